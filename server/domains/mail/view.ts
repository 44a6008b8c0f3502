import { writeInstant } from "../../wire.js";
import type { Mail } from "./mail.js";

export const mailView = (mail: Mail) => ({
  id: mail.id,
  kind: mail.kind,
  status: mail.status,
  to: { name: mail.to.name ?? "", email: mail.to.email },
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  calendar: mail.calendar,
  userId: mail.userId,
  attempts: mail.attempts,
  lastError: mail.lastError,
  createdAt: writeInstant(mail.createdAt),
  finishedAt: mail.finishedAt === null ? null : writeInstant(mail.finishedAt),
});
