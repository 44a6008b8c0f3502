import { performance } from "node:perf_hooks";
import type { Transporter } from "nodemailer";
import type { Mailbox, MailOutcome, MailSender, OutgoingMail } from "./ports.js";

export interface MailSenderOptions {
  /** `smtp://user:password@host:port` or `smtps://…`; may hold a password and is never told. */
  smtpUrl: string;
  /** Whom mail comes from: an address, alone or as `Name <address>`. */
  from: string;
  connectTimeoutMs?: number;
  /** How long nothing is tried after the server could not be reached. */
  pauseMs?: number;
}

const silenceTimeoutMs = 10_000;
const totalTimeoutMs = 25_000;
const connectionsMax = 5;

/**
 * Sends mail through one SMTP server, over a few connections that stay open. While the server cannot be reached, mails are
 * deferred without trying: a server that lets everybody wait must not keep the clock door from its other work.
 */
export function createMailSender({
  smtpUrl,
  from,
  connectTimeoutMs = 5_000,
  pauseMs = 10_000,
}: MailSenderOptions): MailSender {
  // Loaded when it is first needed: nothing is sent at a start.
  let transport: Promise<Transporter> | undefined;
  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import("nodemailer");
    return createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: connectionsMax,
      connectionTimeout: connectTimeoutMs,
      greetingTimeout: connectTimeoutMs,
      socketTimeout: silenceTimeoutMs,
      // Everything that is sent is given here; no part of it may name a file or an address to be fetched.
      disableFileAccess: true,
      disableUrlAccess: true,
    } as object);
  };
  const inTurn = createTurns(connectionsMax);
  let unreachableUntil = 0;
  const send = async (load: Parameters<MailSender>[0]): Promise<MailOutcome> => {
    if (performance.now() < unreachableUntil)
      return { kind: "deferred", message: "the mail server was not reached just now" };
    const mail = await load();
    if (!mail) return { kind: "not-wanted" };
    transport ??= open();
    const sending = (await transport).sendMail(messageOf(mail, from));
    try {
      await within(totalTimeoutMs, sending);
      return { kind: "accepted" };
    } catch (error) {
      if (!(error as SmtpError).responseCode) unreachableUntil = performance.now() + pauseMs;
      return failureOf(error);
    }
  };
  return (load) => inTurn(() => send(load));
}

/** Lets only so many work at a time; the others wait, first come, first served. */
function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      // The turn goes to the next one without being given back in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

const messageOf = (mail: OutgoingMail, from: string) => ({
  from,
  to: addressOf(mail.to),
  ...(mail.replyTo && { replyTo: addressOf(mail.replyTo) }),
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  date: new Date(mail.createdAt),
  messageId: `<kalends-${mail.id}-${mail.createdAt}@${domainOf(from)}>`,
  // RFC 3834: no out-of-office notes in answer to this.
  headers: { "Auto-Submitted": "auto-generated" },
  ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: "invite.ics" } }),
});

const addressOf = ({ name = "", email }: Mailbox) => ({ name, address: email });

const domainOf = (from: string): string => /@([^@>]+)>?$/.exec(from)?.[1] ?? "localhost";

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(), { code: "ETIMEDOUT" })), limitMs);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}

/** A 5xx to the envelope or the content is meant for this mail (RFC 5321, 4.2.1); one to the log-in or the greeting is not. */
function failureOf(error: unknown): MailOutcome {
  const { code, command, responseCode, response } = error as SmtpError;
  const isForThisMail = /^(MAIL FROM|RCPT TO|DATA)/.test(command ?? "");
  const kind = isForThisMail && responseCode !== undefined && responseCode >= 500 ? "refused" : "deferred";
  // What the server said of a log-in may repeat parts of it.
  const said = isForThisMail && response ? response.slice(0, 500) : undefined;
  return { kind, message: said ?? [code ?? "failed", responseCode].filter(Boolean).join(" ") };
}

interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}
