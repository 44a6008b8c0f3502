import { z } from "zod";
import { adds, tool } from "../tool.js";
import { inZone } from "../zone.js";
import { eventTypeId, start, textOf, versions, zoneOfTimes } from "./wire.js";

export const holdTime = tool({
  name: "hold_time",
  title: "Hold a time",
  description:
    "Hides a start from other bookers for about five minutes while the person decides. Pass holdUid to book.",
  input: z.strictObject({
    eventTypeId,
    start,
    lengthMinutes: z.int().positive().optional(),
    holdMinutes: z.int().positive().optional().describe("owner only"),
    timeZone: zoneOfTimes,
  }),
  output: z.object({ holdUid: z.string(), start: z.string(), heldUntil: z.string() }),
  annotations: adds,
  uses: ["reserveSlot"],
  run: async (api, { eventTypeId, start, lengthMinutes, holdMinutes, timeZone = "UTC" }) => {
    const body = { eventTypeId, slotStart: start, slotDuration: lengthMinutes, reservationDuration: holdMinutes };
    const { data } = await api({ method: "POST", path: "/slots/reservations", version: versions.slots, body });
    return {
      holdUid: textOf(data, "reservationUid") ?? "",
      start: inZone(textOf(data, "slotStart") ?? start, timeZone),
      heldUntil: inZone(textOf(data, "reservationUntil") ?? "", timeZone),
    };
  },
});
