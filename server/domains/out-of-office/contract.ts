import { z } from "zod";
import { idParam } from "../../operation.js";
import { instantText, takeSkip } from "../../wire.js";
import { reasons } from "./absence.js";

const fields = {
  notes: z.string().max(10_000).nullish(),
  toUserId: z.int().nullish(),
  reason: z.enum(reasons).optional(),
};

const day = z.string().meta({ override: { type: "string", format: "date-time" } });

export const CreateOutOfOfficeEntry = z
  .object({ start: day, end: day, ...fields })
  .meta({ id: "CreateOutOfOfficeEntryDto" });
export type CreateOutOfOfficeEntry = z.output<typeof CreateOutOfOfficeEntry>;

export const UpdateOutOfOfficeEntry = z
  .object({ start: day.optional(), end: day.optional(), ...fields })
  .meta({ id: "UpdateOutOfOfficeEntryDto" });
export type UpdateOutOfOfficeEntry = z.output<typeof UpdateOutOfOfficeEntry>;

const direction = z.enum(["asc", "desc"]);

export const OutOfOfficeQuery = z.object({
  ...takeSkip,
  sortStart: direction.optional(),
  sortEnd: direction.optional(),
});

export const oooParams = z.object({ oooId: idParam });

export const UserOooOutput = z
  .object({
    userId: z.int(),
    toUserId: z.int().nullable(),
    id: z.int(),
    uuid: z.string(),
    start: instantText,
    end: instantText,
    notes: z.string().nullable(),
    reason: z.enum(reasons),
  })
  .meta({ id: "UserOooOutputDto" });
