import type { Transporter } from "nodemailer";
import type { Mailbox, MailOutcome, MailSender, OutgoingMail } from "./ports.js";

export interface MailSenderOptions {
  /** `smtp://user:password@host:port` or `smtps://…`; may hold a password and is never told. */
  smtpUrl: string;
  /** Whom mail comes from: an address, alone or as `Name <address>`. */
  from: string;
}

// All in all less than the lease of a job, so that nobody else takes the mail meanwhile.
const connectTimeoutMs = 5_000;
const silenceTimeoutMs = 10_000;
const totalTimeoutMs = 25_000;
const connectionsMax = 5;

/** Sends mail through one SMTP server, over a few connections that stay open. */
export function createMailSender({ smtpUrl, from }: MailSenderOptions): MailSender {
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
  return async (mail) => {
    transport ??= open();
    const sending = (await transport).sendMail(messageOf(mail, from));
    return within(totalTimeoutMs, sending).then((): MailOutcome => ({ kind: "accepted" }), failureOf);
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
