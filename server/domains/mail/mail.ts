import type { Instant } from "../../core/time/index.js";
import type { CalendarPart, Mailbox } from "../../outside/ports.js";

/** A mail to one person, worded and ready to go. */
export interface NewMail {
  /** What it is about, such as `booking.confirmed`: what the log may say of it. */
  kind: string;
  to: Mailbox;
  /** Who reads the answers; the sender if nobody does. */
  replyTo?: Mailbox | null;
  subject: string;
  html: string;
  text: string;
  calendar?: CalendarPart | null;
  /** Whose account it belongs to; it goes with the account. */
  userId?: number | null;
  createdAt: Instant;
}

/** A mail that tells of an event. */
export interface MailOfEvent extends NewMail {
  eventId: number;
  /** Mails of one thread reach a person in the order of their events. */
  thread: string;
}

/** `kept`: there was no mail server, so it stayed where the operator can read it. */
export type MailStatus = "queued" | "sent" | "failed" | "kept";

/** A mail as it was written, and what became of it. */
export interface Mail {
  id: number;
  kind: string;
  status: MailStatus;
  to: Mailbox;
  replyTo: Mailbox | null;
  subject: string;
  html: string;
  text: string;
  calendar: CalendarPart | null;
  userId: number | null;
  attempts: number;
  lastError: string | null;
  createdAt: Instant;
  finishedAt: Instant | null;
}
