import { z } from "zod";
import type { Slot } from "../../../core/slots/index.js";
import { idParam } from "../../../operation.js";
import { instantOrDate, instantText, zoneName } from "../../../wire.js";
import { duration, names, type SlotsRequest, slotFormat, slotsRequest } from "../contract.js";
import { type SlotsAnswer, slotsByDate, type WriteInstant } from "../view.js";

/** `GET /v2/slots/available`, and `GET /v2/slots` as its oldest clients call it. What it does not know it ignores. */
export const LegacySlotsQuery = z
  .object({
    startTime: instantOrDate.optional(),
    endTime: instantOrDate.optional(),
    eventTypeId: idParam.optional(),
    eventTypeSlug: z.string().optional(),
    usernameList: names.optional(),
    "usernameList[]": names.optional(),
    isTeamEvent: z.string().optional(),
    orgSlug: z.string().optional(),
    timeZone: zoneName.optional(),
    duration: duration.optional(),
    slotFormat: slotFormat.optional(),
    rescheduleUid: z.string().optional(),
  })
  .transform((wire, ctx): SlotsRequest => {
    const listed = wire.usernameList ?? wire["usernameList[]"] ?? [];
    const only = listed.length === 1 ? listed[0] : undefined;
    const isTeam = wire.isTeamEvent === "true";
    return slotsRequest(ctx, {
      start: { name: "startTime", value: wire.startTime },
      end: { name: "endTime", value: wire.endTime },
      named: {
        eventTypeId: wire.eventTypeId,
        slug: wire.eventTypeSlug,
        username: isTeam ? undefined : only,
        teamSlug: isTeam ? only : undefined,
        usernames: listed,
        organizationSlug: wire.orgSlug ?? null,
      },
      zone: wire.timeZone,
      durationMinutes: wire.duration,
      format: wire.slotFormat,
      rescheduleUid: wire.rescheduleUid,
    });
  });

export const LegacySlotsOutput = z
  .object({
    slots: z.record(
      z.string(),
      z.array(
        z
          .object({
            time: instantText.optional(),
            startTime: instantText.optional(),
            endTime: instantText.optional(),
            attendees: z.int().optional(),
            bookingUid: z.string().optional(),
            seatsAvailable: z.int().optional(),
          })
          .meta({ id: "SlotOutput_2024_04_15" }),
      ),
    ),
  })
  .meta({ id: "SlotsOutput_2024_04_15" });

/** `/v2/slots/available`. */
export const legacySlotsView = (answer: SlotsAnswer) => ({
  slots: slotsByDate(answer, (slot, start, time) => ({ ...times(answer, slot, start, time), ...seats(slot) })),
});

/** `/v2/slots` in the same form, where seated slots also say what is left. */
export const legacySlotsViewWithSeats = (answer: SlotsAnswer) => ({
  slots: slotsByDate(answer, (slot, start, time) => ({
    ...times(answer, slot, start, time),
    ...seats(slot),
    ...(slot.seats && { seatsAvailable: slot.seats.remaining }),
  })),
});

const times = ({ isRange }: SlotsAnswer, slot: Slot, start: string, time: WriteInstant) =>
  isRange ? { startTime: start, endTime: time(slot.endsAt) } : { time: start };

function seats({ seats }: Slot) {
  if (!seats?.booked) return {};
  return { attendees: seats.booked, ...(seats.bookingUid !== null && { bookingUid: seats.bookingUid }) };
}
