import type { Admission } from "../../../core/slots/index.js";
import { conflict, forbidden, invalid, type Refusal } from "../../../errors.js";

type Refused = Extract<Admission, { kind: "refused" }>;

/** What the caller is told when the engine refuses; `details.rule` names the reason in one word. */
export function refusalOf(refused: Refused): Refusal {
  const details = { rule: ruleOf(refused) };
  switch (refused.rule) {
    case "past":
      return invalid("Attempting to book a meeting in the past.", { details });
    case "notice":
    case "window":
      return invalid(`The event type can't be booked at the "start" time provided. ${outOfBounds[refused.rule]}`, {
        details,
      });
    case "length":
      return invalid("Invalid event length", { details });
    case "count-limit":
      return forbidden("booking_limit_reached", { details });
    case "duration-limit":
      return forbidden("duration_limit_reached", { details });
    case "hosts":
      return invalid("User either already has booking at this time or is not available", { details });
    case "seats-full":
      return conflict("No more seats left at this seated booking.", { details });
  }
}

const outOfBounds = {
  notice: "This event type has a minimum booking notice, and the time is too soon.",
  window: "The time is outside the booking window of this event type.",
};

/** The removal code of the slot explanation; of a taken host the first reason found. */
function ruleOf(refused: Refused): string {
  if (refused.rule === "hosts") return refused.reasons[0]?.rule ?? "schedule";
  return {
    past: "notice",
    notice: "notice",
    window: "window",
    length: "length",
    "count-limit": "limit",
    "duration-limit": "limit",
    "seats-full": "booking",
  }[refused.rule];
}
