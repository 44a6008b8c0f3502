/** What the domains may ask of the world outside. Types only: the implementations are beside this file. */
export interface Outside {
  post: GuardedPost;
  /** null where no mail server is set up. */
  mail: MailSender | null;
  /** null where no gateway for text messages is set up. */
  sms: SmsSender | null;
}

/** Sends one POST to a foreign address; never throws for what the other side does. */
export type GuardedPost = (request: OutgoingPost) => Promise<PostOutcome>;

export interface OutgoingPost {
  url: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

/** Every way in which a request to a stranger can end, in one word each. */
export type PostOutcome =
  | { kind: "answered"; status: number; durationMs: number }
  | { kind: "refused-address" | "timeout" | "unreachable" | "bad-url"; message: string; durationMs: number };

/**
 * Hands one mail to the mail server; never throws for what the other side does. The mail is asked for when its turn has come,
 * for by then it may have been sent or taken back: null is sent to nobody.
 */
export type MailSender = (load: () => Promise<OutgoingMail | null>) => Promise<MailOutcome>;

export interface Mailbox {
  name?: string;
  email: string;
}

export interface OutgoingMail {
  /** The same at every attempt, and therefore part of the Message-ID. */
  id: number;
  createdAt: number;
  to: Mailbox;
  replyTo: Mailbox | null;
  subject: string;
  html: string;
  text: string;
  calendar: CalendarPart | null;
}

/** An iCalendar object (RFC 5545) and what is to be done with it (RFC 5546). */
export interface CalendarPart {
  method: "REQUEST" | "CANCEL";
  content: string;
}

/** `deferred` may go well later, `refused` never. The message holds a code, and what the mail server said of it. */
export type MailOutcome = { kind: "accepted" | "not-wanted" } | { kind: "deferred" | "refused"; message: string };

/** Hands one text message to the gateway; whether that took it. Never throws. */
export type SmsSender = (message: OutgoingSms) => Promise<boolean>;

export interface OutgoingSms {
  /** E.164. */
  to: string;
  text: string;
}
