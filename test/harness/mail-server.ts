import { once } from "node:events";
import ICAL from "ical.js";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface MailServer {
  url: string;
  port: number;
  /** Every message that was taken, as a mail program reads it. */
  received: ReceivedMail[];
  /** How the next messages are answered: an SMTP status for the recipient or the content; after them all are taken. */
  answers: { at: "RCPT" | "DATA"; status: number }[];
  close(): Promise<void>;
}

export interface ReceivedMail extends Email {
  /** Of the envelope: who really gets it. */
  recipients: string[];
  raw: string;
}

/** A real SMTP server on loopback, with a log-in if one is asked for. */
export async function startMailServer({ port = 0, password = "" } = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const answers: MailServer["answers"] = [];
  const refuse = (at: "RCPT" | "DATA"): Error | null => {
    if (answers[0]?.at !== at) return null;
    return Object.assign(new Error("not now, said the server"), { responseCode: answers.shift()?.status });
  };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    // Senders keep their connections open; nobody waits for them to hang up.
    closeTimeout: 100,
    authOptional: !password,
    onAuth: (auth, _, done) =>
      auth.password === password ? done(null, { user: "ann" }) : done(new Error("bad password for ann")),
    onRcptTo: (_address, _session, done) => done(refuse("RCPT")),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const error = refuse("DATA");
        if (error) return done(error);
        const raw = Buffer.concat(chunks).toString();
        const mail = await PostalMime.parse(raw);
        received.push({ ...mail, raw, recipients: envelope.rcptTo.map(({ address }) => address) });
        done();
      });
    },
  });
  server.on("error", () => {});
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  const taken = (listening.address() as { port: number }).port;
  const close = (): Promise<void> => new Promise((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${taken}`, port: taken, received, answers, close };
}

/** The starts that an independent reader of calendars expands an entry into, at most 50, and what is said of single occurrences. */
export function readSeries(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  const iso = (time: ICAL.Time): string => time.toJSDate().toISOString();
  const read = events.map((event) => {
    const starts: string[] = [];
    const next = event.isRecurring() ? event.iterator() : null;
    for (let time = next?.next(); time && starts.length < 50; time = next?.next()) starts.push(iso(time));
    const occurrence = event.recurrenceId ? iso(event.recurrenceId) : null;
    return { uid: event.uid, sequence: event.sequence, start: iso(event.startDate), occurrence, starts };
  });
  ICAL.TimezoneService.reset();
  return read;
}

/** What an independent reader of calendars makes of an invitation. */
export function readInvitation(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const [component] = calendar.getAllSubcomponents("vevent");
  const event = new ICAL.Event(component);
  const found = {
    method: String(calendar.getFirstPropertyValue("method")),
    status: String(event.component.getFirstPropertyValue("status")),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    zone: event.startDate.zone?.tzid ?? "",
    summary: event.summary,
    description: event.description ?? "",
    location: event.location ?? "",
    organizer: event.organizer,
    attendees: event.attendees.map((one) => String(one.getFirstValue())),
    answers: event.attendees.map((one) => String(one.getParameter("partstat"))),
  };
  ICAL.TimezoneService.reset();
  return found;
}
