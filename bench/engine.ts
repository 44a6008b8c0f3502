import {
  type BusyBooking,
  findSlots,
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

/** Median of several runs, each of them at least a few milliseconds long. */
function medianMicroseconds(run: () => unknown): number {
  const runs: number[] = [];
  run();
  const deadline = performance.now() + 150;
  while (runs.length < 5 || (performance.now() < deadline && runs.length < 2_000)) {
    const begin = performance.now();
    run();
    runs.push((performance.now() - begin) * 1_000);
  }
  return runs.sort((a, b) => a - b)[runs.length >> 1]!;
}

function measure(days: number, busyCount: number, hostCount: number, stepMinutes = 30): string {
  const facts = factsOf(days, busyCount, hostCount, stepMinutes);
  const query: SlotQuery = {
    from: start,
    to: start + days * dayMs,
    zone: "America/Los_Angeles",
    now: start - 30 * dayMs,
    durationMinutes: null,
    rescheduleUid: null,
  };
  const slotCount = findSlots(facts, query).length;
  const microseconds = medianMicroseconds(() => findSlots(facts, query));
  const time = microseconds < 10_000 ? `${microseconds.toFixed(0)} µs` : `${(microseconds / 1_000).toFixed(1)} ms`;
  return `${time.padStart(9)} ${String(slotCount).padStart(7)} slots`;
}

for (let warm = 0; warm < 200; warm++) measureWarm();

function measureWarm() {
  const query = { from: start, to: start + 30 * dayMs, zone: "UTC", now: start - dayMs, durationMinutes: null };
  findSlots(factsOf(30, 200, 3, 30), { ...query, rescheduleUid: null });
}

console.log("days  hosts  busy");
for (const days of [7, 30, 90, 365]) {
  for (const hosts of [1, 20, 200]) {
    for (const busy of [0, 200, 2_000, 20_000]) {
      const row = `${String(days).padStart(4)} ${String(hosts).padStart(6)} ${String(busy).padStart(6)}`;
      console.log(row, measure(days, busy, hosts));
    }
  }
}
console.log("every minute: 366 days, 200 hosts, 20,000 busy", measure(366, 20_000, 200, 1));
console.log("every minute: 366 days, 1 host, none busy     ", measure(366, 0, 1, 1));
