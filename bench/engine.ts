import {
  type BusyBooking,
  findSlots,
  findStarts,
  type HostFacts,
  type SlotFacts,
  type SlotQuery,
} from "../server/core/slots/index.js";
import { dayMs, hourMs, minuteMs } from "../server/core/time/index.js";

/**
 * How long the engine takes for facts in memory: `npx tsx bench/engine.ts`. Busy times are the sum over all hosts, spread
 * over their working hours. Hosts rotate, each in one of several zones, which is the dearest way of combining them.
 */
const zones = ["Europe/Rome", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "America/Sao_Paulo"];
const start = Date.UTC(2027, 0, 4);

const noLimits = { day: null, week: null, month: null, year: null };

function factsOf(days: number, busyCount: number, hostCount: number, stepMinutes: number): SlotFacts {
  const perHost = Math.ceil(busyCount / hostCount);
  return {
    event: {
      scheduling: hostCount === 1 ? "personal" : "roundRobin",
      lengthMinutes: 30,
      lengthOptions: [],
      slotIntervalMinutes: stepMinutes,
      offsetStartMinutes: 0,
      noticeMinutes: 120,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      bookingWindow: { kind: "unlimited" },
      countLimits: noLimits,
      durationLimits: noLimits,
      periodZone: "Europe/Rome",
      showOptimizedSlots: false,
      onlyShowFirstAvailableSlot: false,
      seatsPerTimeSlot: null,
      blocksUnconfirmed: false,
    },
    hosts: Array.from({ length: hostCount }, (_, i) => hostFacts(i, days, perHost)),
    holds: [],
    seatBookings: [],
    ownBookings: [],
  };
}

function hostFacts(i: number, days: number, busyCount: number): HostFacts {
  const rules = [{ days: [1, 2, 3, 4, 5], startMinute: 540 + (i % 7) * 5, endMinute: 1_020 + (i % 7) * 5 }];
  return {
    id: i + 1,
    isFixed: false,
    group: null,
    schedule: { zone: zones[i % zones.length]!, rules, overrides: [], travel: [] },
    outOfOffice: [],
    bookings: Array.from({ length: busyCount }, (_, n) => bookingAt(i, n, days, busyCount)),
    calendarBlocks: [],
    calendarFailed: false,
  };
}

function bookingAt(host: number, n: number, days: number, busyCount: number): BusyBooking {
  const startsAt = start + Math.floor((n * days * 24) / busyCount) * hourMs + (host % 2) * 30 * minuteMs;
  return {
    uid: `b${host}-${n}`,
    startsAt,
    endsAt: startsAt + 30 * minuteMs,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    isPending: false,
    isOwnEventType: false,
  };
}

/** Median of many runs after some to warm up. */
function medianMicroseconds(run: () => unknown): number {
  for (const end = performance.now() + 50; performance.now() < end; ) run();
  const runs: number[] = [];
  for (const end = performance.now() + 150; runs.length < 5 || performance.now() < end; ) {
    const begin = performance.now();
    run();
    runs.push((performance.now() - begin) * 1_000);
  }
  return runs.sort((a, b) => a - b)[runs.length >> 1]!;
}

function queryOf(days: number): SlotQuery {
  return {
    from: start,
    to: start + days * dayMs,
    zone: "America/Los_Angeles",
    now: start - 30 * dayMs,
    durationMinutes: null,
    rescheduleUid: null,
  };
}

function line(count: number, run: () => unknown): string {
  const microseconds = medianMicroseconds(run);
  const time = microseconds < 10_000 ? `${microseconds.toFixed(0)} µs` : `${(microseconds / 1_000).toFixed(1)} ms`;
  return `${time.padStart(9)} ${String(count).padStart(7)} slots`;
}

console.log("days  hosts   busy");
for (const days of [7, 30, 90, 365]) {
  for (const hosts of [1, 20, 200]) {
    for (const busy of [0, 200, 2_000, 20_000]) {
      const facts = factsOf(days, busy, hosts, 30);
      const query = queryOf(days);
      const row = `${String(days).padStart(4)} ${String(hosts).padStart(6)} ${String(busy).padStart(6)}`;
      console.log(
        row,
        line(findSlots(facts, query).length, () => findSlots(facts, query)),
      );
    }
  }
}

const everyMinute = factsOf(366, 20_000, 200, 1);
const year = queryOf(366);
const count = findStarts(everyMinute, year).length;
console.log("every minute of 366 days, 200 hosts, 20,000 busy");
console.log(
  "  findStarts    ",
  line(count, () => findStarts(everyMinute, year)),
);
console.log(
  "  findSlots     ",
  line(count, () => findSlots(everyMinute, year)),
);
console.log(
  "  the first 1000",
  line(1_000, () => findSlots(everyMinute, { ...year, limit: 1_000 })),
);
