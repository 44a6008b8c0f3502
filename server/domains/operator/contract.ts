import { z } from "zod";
import { mailAddress } from "../../wire.js";
import { profile } from "../me/index.js";

const { name, timeZone, weekStart, timeFormat, locale, bio, avatarUrl, metadata } = profile;

export const CreateUserInput = z
  .object({
    email: mailAddress,
    name: name.min(1),
    username: z
      .string()
      .max(100, "must be shorter than or equal to 100 characters")
      .toLowerCase()
      .regex(
        /^[\p{Letter}\p{Number}][\p{Letter}\p{Number}._-]*$/u,
        "must begin with a letter or digit and hold only letters, digits, dots, dashes and underscores",
      )
      .optional(),
    timeZone: timeZone.default("Europe/London"),
    weekStart: weekStart.optional(),
    timeFormat: timeFormat.optional(),
    locale: locale.optional(),
    bio: bio.optional(),
    avatarUrl: avatarUrl.optional(),
    metadata: metadata.optional(),
  })
  .meta({ id: "CreateUserInput" });
export type CreateUserInput = z.output<typeof CreateUserInput>;

export const CreatedUserOutput = z
  .object({
    id: z.int(),
    email: z.string(),
    username: z.string(),
    name: z.string().nullable(),
    timeZone: z.string(),
    apiKey: z.string(),
  })
  .meta({ id: "CreatedUserOutput" });
