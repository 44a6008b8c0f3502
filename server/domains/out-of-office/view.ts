import type { Absence } from "./absence.js";

export const absenceView = (absence: Absence) => ({
  userId: absence.userId,
  toUserId: absence.toUserId,
  id: absence.id,
  uuid: absence.uuid,
  start: `${absence.startDate}T00:00:00.000Z`,
  end: `${absence.endDate}T23:59:59.999Z`,
  notes: absence.notes,
  reason: absence.reason,
});
