import { dayMs } from "../../core/time/index.js";
import type { Mailbox } from "../../outside/ports.js";
import type { NewMail } from "./mail.js";

/** How long a mail can be read in the outbox after it was sent, refused or kept. */
export const keptForMs = 30 * dayMs;

const subjectLengthMax = 200;
const nameLengthMax = 100;

/**
 * The mail with a subject and a name that are each one short line: they come from strangers, and a line break in a header
 * begins another header (RFC 5322, 2.2).
 */
export function tidied<M extends NewMail>(mail: M): M {
  return {
    ...mail,
    to: tidiedMailbox(mail.to),
    replyTo: mail.replyTo && tidiedMailbox(mail.replyTo),
    subject: oneLine(mail.subject).slice(0, subjectLengthMax),
    html: storable(mail.html),
    text: storable(mail.text),
  };
}

function tidiedMailbox({ name = "", email }: Mailbox): Mailbox {
  if (!isMailAddress(email)) throw new Error("not an address to send mail to");
  return { email, name: oneLine(name).slice(0, nameLengthMax) };
}

/** Without NUL and halves of characters, which the database refuses. */
const storable = (text: string): string => text.replace(/[\0\p{Cs}]/gu, "");

/** Control characters and marks that turn the direction of writing become blanks; runs of blanks become one. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069\s]+/gu, " ").trim();

/** No blanks, brackets, commas or line breaks: nothing that could make one recipient two. */
export const isMailAddress = (email: string): boolean => /^[^\s<>,;:"\\@\p{Cc}]+@[^\s<>,;:"\\@\p{Cc}]+$/u.test(email);
