import { ApiError, KalendsError } from "@kalends/sdk";
import { type Api, recordOf } from "./api.js";
import { Misuse } from "./tool.js";
import { loadSlots, nearest } from "./tools/slots.js";
import { listOf, namesEventType, textOf, versions } from "./tools/wire.js";
import { inZone } from "./zone.js";

const dayMs = 86_400_000;

/** What a failed call tells the agent: what happened, and what to try next. */
export async function tellFailure(api: Api, tool: string, args: unknown, error: unknown): Promise<string> {
  if (error instanceof Misuse) return error.message;
  if (error instanceof ApiError) {
    return [`Refused (${error.status}): ${messageOf(error)}`, ...(await advice(api, tool, args, error))].join("\n");
  }
  if (error instanceof KalendsError) return tellNoAnswer(error);
  throw error;
}

/** The sentence of the SDK says already when a write may have been done all the same. */
const tellNoAnswer = ({ message, mayHaveTakenEffect }: KalendsError): string =>
  mayHaveTakenEffect
    ? `${message}\nUse list_bookings or get_booking to see whether it was done.`
    : `${message}\nNothing was changed. Try again in a moment; if it stays so, the server is down or CAL_API_URL is wrong.`;

/** The sentence of a refusal; a tree of wrong properties is told as `attendee.email must be …`. */
function messageOf(error: ApiError): string {
  const problems = listOf(recordOf(error.details).errors).flatMap((problem) => sentencesOf(problem, ""));
  const rule = textOf(error.details, "rule");
  return `${problems.length > 0 ? problems.join("; ") : (textOf(error.details, "message") ?? error.message)}${rule ? ` [rule: ${rule}]` : ""}`;
}

function sentencesOf(problem: unknown, before: string): string[] {
  const { property, constraints, children } = recordOf(problem);
  const path = before ? `${before}.${property}` : String(property);
  return [
    ...Object.values(recordOf(constraints)).map((sentence) => `${path}: ${sentence}`),
    ...listOf(children).flatMap((child) => sentencesOf(child, path)),
  ];
}

async function advice(api: Api, tool: string, args: unknown, error: ApiError): Promise<string[]> {
  if (error.status === 401)
    return ["The API key is missing, wrong or expired: check CAL_API_KEY. Trying again does not help."];
  if (error.status === 403 && !isTimed(tool, error))
    return ["This key may not do that. Ask the owner, or use his key."];
  if (error.status === 429) return [`Wait ${error.retryAfterSeconds ?? 60} seconds, then try again.`];
  if (error.status >= 500) return ["The server has a problem. Try again in a moment; look first whether it was done."];
  if (error.status === 404) return ["Check the id or uid; list_event_types and list_bookings tell those that exist."];
  return isTimed(tool, error) ? await otherTimes(api, tool, args, error) : ["Correct the arguments and call again."];
}

const timed = new Set(["book", "reschedule_booking", "hold_time", "createBooking", "rescheduleBooking", "reserveSlot"]);

/** Whether another time may do. Servers without rules say so in words only. */
const isTimed = (tool: string, { status, details, message }: ApiError): boolean =>
  timed.has(tool) &&
  status >= 400 &&
  status < 500 &&
  (recordOf(details).rule !== undefined ||
    /not available|already has booking|can't be booked|limit_reached|booking_conflict|in the past|No more seats|already reserved|reserved|booked/i.test(
      message,
    ));

async function otherTimes(api: Api, tool: string, args: unknown, error: ApiError): Promise<string[]> {
  const zone = textOf(recordOf(args).attendee, "timeZone") ?? textOf(args, "timeZone") ?? "UTC";
  const told = listOf(recordOf(error.details).alternatives).map(String);
  const times = told.length > 0 ? told.map((time) => inZone(time, zone)) : await searched(api, args, zone);
  if (times.length === 0) return ["No other time is near. Use find_times with a later range."];
  return [
    `These starts can be booked now (${zone}): ${times.join(", ")}.`,
    `Offer them, then call ${tool} again with one.`,
  ];
}

/** For servers whose refusals carry no alternatives: the nearest of the slots, or none if those cannot be read either. */
async function searched(api: Api, args: unknown, zone: string): Promise<string[]> {
  const at = Date.parse(textOf(args, "start") ?? textOf(args, "slotStart") ?? "");
  try {
    const ref = await refFor(api, args);
    if (Number.isNaN(at) || !namesEventType(ref)) return [];
    const bookingUid = uidIn(args);
    const query = { ...ref, from: Math.max(Date.now(), at - 2 * dayMs), to: Math.max(Date.now(), at) + 14 * dayMs };
    const { slots } = await loadSlots(api, { ...query, zone, bookingUid });
    return nearest(slots, at, 5).map(({ start }) => start);
  } catch {
    return [];
  }
}

const uidIn = (args: unknown): string | undefined => textOf(args, "uid") ?? textOf(args, "bookingUid");

async function refFor(api: Api, args: unknown) {
  const { eventTypeId, lengthMinutes } = recordOf(args);
  const uid = uidIn(args);
  const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
  const named = {
    eventTypeId: numberOf(eventTypeId),
    username: textOf(args, "username"),
    eventTypeSlug: textOf(args, "eventTypeSlug"),
  };
  if (namesEventType(named) || !uid) return { ...named, lengthMinutes: numberOf(lengthMinutes) };
  const path = `/bookings/${encodeURIComponent(uid)}`;
  const { data } = await api({ method: "GET", path, version: versions.bookings });
  return { eventTypeId: numberOf(recordOf(data).eventTypeId) };
}
