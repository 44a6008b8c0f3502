import { formatInZone, formatUtc, parseDate, startOfDay, zoneOf } from "../../../core/time/index.js";
import type { AbsenceSnapshot, SnapshotColleague } from "../../events/index.js";

/** The reasons that can be given, in the order of their numbers. */
const reasons: Record<string, { id: number; emoji: string; reason: string }> = {
  unspecified: { id: 1, emoji: "🕒", reason: "Unspecified" },
  vacation: { id: 2, emoji: "🏝️", reason: "Vacation" },
  travel: { id: 3, emoji: "✈️", reason: "Travel" },
  sick: { id: 4, emoji: "🤒", reason: "Sick leave" },
  public_holiday: { id: 5, emoji: "📆", reason: "Public holiday" },
};

/** The `payload` of OOO_CREATED. The days begin and end on the user's own clock. */
export function absencePayload({ absence, user, toUser }: AbsenceSnapshot): Record<string, unknown> {
  const { id: reasonId = 1, emoji = "", reason = absence.reason } = reasons[absence.reason] ?? {};
  return {
    oooEntry: {
      id: absence.id,
      uuid: absence.uuid,
      start: localTime(absence.startDate, 0, user.timeZone),
      end: localTime(absence.endDate, 1, user.timeZone),
      createdAt: formatUtc(absence.createdAt),
      updatedAt: formatUtc(absence.updatedAt),
      notes: absence.notes,
      reason: { emoji, reason },
      reasonId,
      user: colleague(user),
      toUser: toUser && colleague(toUser),
    },
  };
}

const colleague = ({ id, name, username, email, timeZone }: SnapshotColleague) => ({
  id,
  name,
  username,
  email,
  timeZone,
});

/** `2026-12-01T00:00:00+01:00`: the beginning of a day, or a second before the beginning of the one after. */
function localTime(date: string, daysLater: 0 | 1, zoneName: string): string {
  const zone = zoneOf(zoneName) ?? zoneOf("UTC");
  const day = parseDate(date);
  if (!zone || day === null) return date;
  const text = formatInZone(zone, startOfDay(zone, day + daysLater) - daysLater * 1_000);
  return text.replace(/\.\d{3}/, "").replace("Z", "+00:00");
}
