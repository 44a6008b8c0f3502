import { dayMs, type Instant, secondMs } from "./instant.js";
import { normalizeZoneName } from "./zone-names.js";

/** A time zone: its name and, built bit by bit as they are asked for, the changes of its clock. */
export interface Zone {
  readonly name: string;
  /** Tables of one stretch each, by stretch number; absent until needed. */
  readonly tables: (ZoneTable | undefined)[];
  /** Asks the runtime, which is some hundred times slower than the tables. */
  readonly probe: (instant: Instant) => number;
}

/** The clock during one stretch: `offsetsMs[i]` holds until `changesAt[i]`, the last one until the stretch ends. */
interface ZoneTable {
  changesAt: Instant[];
  offsetsMs: number[];
}

/** About 199 days: a month of slots needs one or two tables, each a fraction of a millisecond to build. */
const stretchMs = 2 ** 34;
const probeStepMs = 7 * dayMs;

/** Tables are kept for 1970–2100; outside, the runtime is asked each time. */
const tableCount = Math.ceil(Date.UTC(2101, 0) / stretchMs);

const zones = new Map<string, Zone>();

/**
 * The zone of a name in any case; null if there is none. The same name always gives the same value.
 *
 * zoneOf("europe/rome")?.name // "Europe/Rome"
 * zoneOf("Mars/Olympus") // null
 */
export function zoneOf(name: string): Zone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const spelling = normalizeZoneName(name);
  if (spelling === null) return null;
  if (spelling !== name) return zoneOf(spelling);
  const zone = { name, tables: [], probe: probeOf(name) };
  zones.set(name, zone);
  return zone;
}

/** The zone of a name that was checked when it was stored. */
export function knownZone(name: string): Zone {
  const zone = zoneOf(name);
  if (zone === null) throw new RangeError(`Unknown time zone: ${name}`);
  return zone;
}

/** What the zone's clocks are ahead of UTC: offsetMsAt(rome, midsummer) // 7_200_000 */
export function offsetMsAt(zone: Zone, instant: Instant): number {
  const stretch = Math.floor(instant / stretchMs);
  if (stretch < 0 || stretch >= tableCount) return zone.probe(instant);
  const { changesAt, offsetsMs } = tableOf(zone, stretch);
  let passed = 0;
  while (passed < changesAt.length && changesAt[passed]! <= instant) passed++;
  return offsetsMs[passed]!;
}

/** A change of a zone's clocks: from `changesAt` on they are `offsetMs` ahead of UTC, before that they were `offsetBeforeMs`. */
export interface ClockChange {
  changesAt: Instant;
  offsetBeforeMs: number;
  offsetMs: number;
}

/**
 * The changes of the zone's clocks in `[from, to)`, of the years that have tables.
 *
 * clockChanges(rome, newYear2026, newYear2027) // 2026-03-29T01:00Z to 7_200_000, 2026-10-25T01:00Z to 3_600_000
 */
export function clockChanges(zone: Zone, from: Instant, to: Instant): ClockChange[] {
  const first = Math.max(0, Math.floor(from / stretchMs));
  const last = Math.min(tableCount - 1, Math.floor(to / stretchMs));
  const changes: ClockChange[] = [];
  for (let stretch = first; stretch <= last; stretch++) {
    const { changesAt, offsetsMs } = tableOf(zone, stretch);
    changesAt.forEach((at, i) => {
      if (at >= from && at < to)
        changes.push({ changesAt: at, offsetBeforeMs: offsetsMs[i]!, offsetMs: offsetsMs[i + 1]! });
    });
  }
  return changes;
}

function tableOf(zone: Zone, stretch: number): ZoneTable {
  const built = zone.tables[stretch];
  if (built !== undefined) return built;
  const table = buildTable(zone.probe, stretch * stretchMs, (stretch + 1) * stretchMs);
  zone.tables[stretch] = table;
  return table;
}

function buildTable(probe: Zone["probe"], from: Instant, to: Instant): ZoneTable {
  const table: ZoneTable = { changesAt: [], offsetsMs: [probe(from)] };
  for (let at = from; at < to; at += probeStepMs) {
    const next = Math.min(at + probeStepMs, to - 1);
    const offsetMs = probe(next);
    if (offsetMs === table.offsetsMs.at(-1)) continue;
    table.changesAt.push(bisectChange(probe, at, next));
    table.offsetsMs.push(offsetMs);
  }
  return table;
}

/** The first whole second in `(before, after]` with the later offset. */
function bisectChange(probe: Zone["probe"], before: Instant, after: Instant): Instant {
  const offsetAfterMs = probe(after);
  let low = Math.floor(before / secondMs);
  let high = Math.ceil(after / secondMs);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (probe(middle * secondMs) === offsetAfterMs) high = middle;
    else low = middle;
  }
  return high * secondMs;
}

function probeOf(name: string): Zone["probe"] {
  if (name === "UTC") return () => 0;
  const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  return (instant) => parseOffset(format.format(instant));
}

/** `11/22/2026, GMT-03:30` → −12,600,000; `GMT` alone is zero; some zones of the 1970s have seconds. */
function parseOffset(text: string): number {
  const match = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text.replace("\u2212", "-"));
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3_600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === "-" ? -seconds : seconds) * secondMs;
}
