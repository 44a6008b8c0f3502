import { z } from "zod";
import { language, mailAddress, metadata, textUpTo, weekDays, zoneName } from "../../wire.js";

const timeFormat = z.union([z.literal(12), z.literal(24)], {
  error: "must be one of the following values: 12, 24",
});

/** What a person may say of himself; shared with the operator's form for new users. */
export const profile = {
  name: textUpTo(255),
  timeFormat,
  weekStart: z.enum(weekDays),
  timeZone: zoneName,
  locale: language,
  avatarUrl: z.url().max(2_000, "must be shorter than or equal to 2000 characters"),
  bio: textUpTo(10_000),
  metadata,
};

export const UpdateMeInput = z
  .object({ ...profile, defaultScheduleId: z.int(), email: mailAddress })
  .partial()
  .meta({ id: "UpdateManagedUserInput" });
export type UpdateMeInput = z.output<typeof UpdateMeInput>;

export const MeOutput = z
  .object({
    id: z.int(),
    username: z.string(),
    email: z.string(),
    name: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    bio: z.string().nullable(),
    timeFormat: z.int(),
    defaultScheduleId: z.int().nullable(),
    weekStart: z.string(),
    timeZone: z.string(),
    organizationId: z.int().nullable(),
  })
  .meta({ id: "MeOutput" });
