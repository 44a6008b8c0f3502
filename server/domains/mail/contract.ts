import { z } from "zod";
import { instantText, queryInt } from "../../wire.js";

export const OutboxQuery = z.object({
  limit: queryInt(1, 100).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, "must be a cursor that this list gave")
    .transform(Number)
    .meta({ override: { type: "string" } })
    .optional(),
});
export type OutboxQuery = z.output<typeof OutboxQuery>;

export const MailOutput = z
  .object({
    id: z.int(),
    kind: z.string(),
    status: z.enum(["queued", "sent", "failed", "kept"]),
    to: z.object({ name: z.string(), email: z.string() }),
    replyTo: z.object({ name: z.string(), email: z.string() }).nullable(),
    subject: z.string(),
    html: z.string(),
    text: z.string(),
    calendar: z.object({ method: z.enum(["REQUEST", "CANCEL"]), content: z.string() }).nullable(),
    userId: z.int().nullable(),
    attempts: z.int(),
    lastError: z.string().nullable(),
    createdAt: instantText,
    finishedAt: instantText.nullable(),
  })
  .meta({ id: "OutboxMailOutput" });
