import type { Mailbox } from "../../outside/ports.js";
import { writeInstant } from "../../wire.js";
import type { Mail } from "./mail.js";

const mailboxView = ({ name = "", email }: Mailbox) => ({ name, email });

export const mailView = (mail: Mail) => ({
  id: mail.id,
  kind: mail.kind,
  status: mail.status,
  to: mailboxView(mail.to),
  replyTo: mail.replyTo && mailboxView(mail.replyTo),
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
