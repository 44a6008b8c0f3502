import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { knownZone, type Repetition, repeat } from "../time/index.js";
import { type Meeting, writeMeeting } from "./index.js";

const plain: Meeting = {
  method: "REQUEST",
  uid: "abc@kalends",
  sequence: 3,
  saidAt: Date.parse("2026-11-23T06:00:00Z"),
  startsAt: Date.parse("2026-11-30T10:00:00Z"),
  endsAt: Date.parse("2026-11-30T10:30:00Z"),
  zone: knownZone("Europe/Rome"),
  summary: "Intro",
  description: "",
  location: "",
  url: null,
  isPrivate: false,
  organizer: { name: "Ann", email: "ann@example.com" },
  attendees: [{ name: "Gil", email: "gil@example.com", hasAccepted: true }],
};

/** What an independent reader makes of it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") as ICAL.Component);
  const instants = [event.startDate, event.endDate].map((time) => time.toJSDate().toISOString());
  ICAL.TimezoneService.reset();
  return { calendar, event, instants };
}

const during = (zone: string, start: string, minutes = 30): Partial<Meeting> => ({
  zone: knownZone(zone),
  startsAt: Date.parse(start),
  endsAt: Date.parse(start) + minutes * 60_000,
});

describe("a meeting", () => {
  test("reads back as it was written", () => {
    const { calendar, event, instants } = read(
      writeMeeting({
        ...plain,
        description: "Line 1\nLine 2; a, b \\ c",
        location: "Room 5",
        url: "https://a.example/b",
      }),
    );
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect([event.uid, event.sequence, event.summary, event.description, event.location]).toEqual([
      "abc@kalends",
      3,
      "Intro",
      "Line 1\nLine 2; a, b \\ c",
      "Room 5",
    ]);
    expect(event.startDate.zone?.tzid).toBe("Europe/Rome");
    expect(instants).toEqual(["2026-11-30T10:00:00.000Z", "2026-11-30T10:30:00.000Z"]);
    expect(event.organizer).toBe("mailto:ann@example.com");
    expect(event.attendees.map((one) => [one.getFirstValue(), one.getParameter("partstat")])).toEqual([
      ["mailto:gil@example.com", "ACCEPTED"],
    ]);
    expect(event.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  });

  test("that is called off says so", () => {
    const { calendar, event } = read(writeMeeting({ ...plain, method: "CANCEL" }));
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  test("in UTC needs no zone", () => {
    const text = writeMeeting({ ...plain, zone: knownZone("UTC") });
    expect(text).toContain("DTSTART:20261130T100000Z\r\n");
    expect(text).not.toContain("VTIMEZONE");
  });

  test("is folded at 75 octets, between characters", () => {
    const summary = "预约确认".repeat(30) + "😀".repeat(40);
    const text = writeMeeting({ ...plain, summary });
    const longest = Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\uFFFD");
    expect(read(text).event.summary).toBe(summary);
  });

  test.each(["x\r\nATTENDEE:mailto:eve@example.com", "x\nBEGIN:VEVENT", 'x";EVIL=1:y', "a\u0000b\u0007c", "😀\uD800"])(
    "cannot be broken by a name or a title such as %j",
    (text) => {
      const attendees = [{ name: text, email: "gil@example.com", hasAccepted: false }];
      const { calendar, event } = read(writeMeeting({ ...plain, summary: text, location: text, attendees }));
      expect(event.attendees).toHaveLength(1);
      expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);
      expect(event.component.getAllProperties().filter(({ name }) => name === "attendee")).toHaveLength(1);
    },
  );
});

describe("a series", () => {
  const expand = (text: string): string[] => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    for (const zone of calendar.getAllSubcomponents("vtimezone"))
      ICAL.TimezoneService.register(new ICAL.Timezone(zone));
    const next = new ICAL.Event(calendar.getFirstSubcomponent("vevent") as ICAL.Component).iterator();
    const starts: string[] = [];
    for (let time = next.next(); time && starts.length < 50; time = next.next())
      starts.push(time.toJSDate().toISOString());
    ICAL.TimezoneService.reset();
    return starts;
  };

  test.each<[string, string, Repetition, number, RegExp]>([
    [
      "every other week",
      "2027-03-22T09:00:00Z",
      { interval: 2, frequency: "weekly" },
      5,
      /RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5/,
    ],
    [
      "the 28th of every month",
      "2027-01-28T09:00:00Z",
      { interval: 1, frequency: "monthly" },
      14,
      /RRULE:FREQ=MONTHLY/,
    ],
    ["a day of every year", "2027-11-02T09:00:00Z", { interval: 1, frequency: "yearly" }, 3, /RRULE:FREQ=YEARLY/],
    ["once", "2028-02-28T09:00:00Z", { interval: 1, frequency: "yearly" }, 1, /RRULE:.*COUNT=1/],
    [
      "the 31st of every month, or the last",
      "2027-01-31T09:00:00Z",
      { interval: 1, frequency: "monthly" },
      14,
      /RDATE/,
    ],
    ["29 February of every year", "2028-02-29T09:00:00Z", { interval: 1, frequency: "yearly" }, 6, /RDATE/],
  ])("%s: a reader finds the same starts", (_, start, rhythm, count, line) => {
    const [startsAt, ...laterStarts] = repeat(Date.parse(start), rhythm, count, "Europe/Rome");
    const text = writeMeeting({ ...plain, startsAt, endsAt: startsAt + 1_800_000, series: { laterStarts, rhythm } });
    expect(text).toMatch(line);
    expect(expand(text)).toEqual([startsAt, ...laterStarts].map((at) => new Date(at).toISOString()));
  });

  test("whose starts follow from no rhythm is told by its dates", () => {
    const laterStarts = [plain.startsAt + 86_400_000, plain.startsAt + 5 * 86_400_000];
    const text = writeMeeting({ ...plain, series: { laterStarts, rhythm: { interval: 1, frequency: "weekly" } } });
    expect(text.replace(/\r\n /g, "")).toContain(
      "RDATE;TZID=Europe/Rome:20261130T110000,20261201T110000,20261205T110000",
    );
    expect(expand(text)).toEqual([plain.startsAt, ...laterStarts].map((at) => new Date(at).toISOString()));
  });
});

describe("its time zone", () => {
  test.each([
    ["Rome, the day before summer time", during("Europe/Rome", "2027-03-27T09:00:00Z")],
    ["Rome, the day of it", during("Europe/Rome", "2027-03-28T09:00:00Z")],
    ["Rome, across the change", during("Europe/Rome", "2027-03-28T00:30:00Z", 90)],
    ["Rome, the first time it is half past two in autumn", during("Europe/Rome", "2027-10-31T00:30:00Z", 15)],
    ["Rome, the second time", during("Europe/Rome", "2027-10-31T01:30:00Z", 15)],
    ["New York, across the autumn change", during("America/New_York", "2026-11-01T05:30:00Z", 60)],
    ["New York, summer", during("America/New_York", "2027-07-01T14:00:00Z")],
    ["Lord Howe: half an hour of summer time", during("Australia/Lord_Howe", "2027-04-03T14:00:00Z", 120)],
    ["Dublin: winter is the one that is set back", during("Europe/Dublin", "2027-01-15T10:00:00Z")],
    ["Casablanca in Ramadan", during("Africa/Casablanca", "2027-02-20T10:00:00Z")],
    ["Kathmandu: a quarter of an hour, no changes", during("Asia/Kathmandu", "2027-02-20T10:00:00Z")],
    ["Shanghai", during("Asia/Shanghai", "2026-12-01T02:00:00Z")],
    ["Apia, after it gave up summer time", during("Pacific/Apia", "2026-12-01T02:00:00Z")],
    ["St John's, in the past century", during("America/St_Johns", "1985-07-01T02:00:00Z")],
  ])("%s", (_, times) => {
    const meeting = { ...plain, ...times };
    const { instants } = read(writeMeeting(meeting));
    expect(instants).toEqual([meeting.startsAt, meeting.endsAt].map((at) => new Date(at).toISOString()));
  });

  test("is right at every hour of two years of changes", () => {
    for (const name of ["America/Santiago", "Europe/London", "Africa/Cairo", "Asia/Gaza"]) {
      for (let day = 0; day < 730; day += 5) {
        const startsAt = Date.parse("2026-01-01T00:00:00Z") + day * 86_400_000 + (day % 24) * 3_600_000;
        const meeting = { ...plain, zone: knownZone(name), startsAt, endsAt: startsAt + 3_600_000 };
        expect(read(writeMeeting(meeting)).instants[0], name).toBe(new Date(startsAt).toISOString());
      }
    }
  });
});
