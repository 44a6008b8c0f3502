import { describe, expect, test } from "vitest";
import { type Import, programSources, type Source } from "./sources.js";

const sources = programSources();

/** Low to high: a domain uses those before it, through their index.ts. */
const domains = [
  "events",
  "timezones",
  "users",
  "mail",
  "codes",
  "verified-resources",
  "schedules",
  "out-of-office",
  "me",
  "event-types",
  "private-links",
  "holds",
  "booker-verification",
  "availability",
  "bookings",
  "booking-mails",
  "webhooks",
  "event-log",
  "operator",
];

interface Room {
  /** Which files live here. */
  files: RegExp;
  /** What they may import: run-time values and types. */
  may: RegExp[];
  /** What they may import besides, types only. */
  mayType?: RegExp[];
}

const core = /^server\/core\//;
const errors = /^server\/errors\.ts$/;
const floor = /^server\/(errors|ids|operation|wire|task|context|memory)\.ts$/;
const doors = /^server\/domains\/[^/]+\/index\.ts$/;
const ports = /^server\/outside\/ports\.ts$/;
const sql = /^server\/store\/sql\.ts$/;
const within = /^server\/store\/within\.ts$/;
const storeTypes = /^server\/store\/(store|schema)\.ts$/;

/** The table of rooms; the first row that fits a file counts. What a domain may see of other domains is told below. */
const rooms: Room[] = [
  { files: /^server\/core\/time\//, may: [/^server\/core\/time\//] },
  // `core/addresses` and its like: a ground-floor room sees itself, the time and the refusals.
  { files: /^server\/core\/(\w+)\//, may: [/^server\/core\/time\//, errors] },
  { files: /^server\/store\//, may: [/^server\/store\//, errors], mayType: [/^server\/core\/time\//] },
  { files: /^server\/outside\//, may: [/^server\/outside\//, core, errors] },
  { files: /^server\/domains\/[^/]+\/queries(\.ts|\/)/, may: [core, floor, /^server\/store\//] },
  {
    files: /^server\/domains\//,
    may: [core, floor, sql, /^server\/store\/transaction\.ts$/],
    mayType: [storeTypes, ports],
  },
  { files: /^server\/http\/queries\.ts$/, may: [/^server\/http\//, core, floor, /^server\/store\//] },
  { files: /^server\/http\//, may: [/^server\/http\//, core, floor, doors, sql, within], mayType: [storeTypes] },
  { files: /^server\/jobs\/queries\.ts$/, may: [/^server\/jobs\//, core, floor, /^server\/store\//] },
  { files: /^server\/jobs\//, may: [/^server\/jobs\//, core, floor, doors] },
  { files: /^server\/main\.ts$/, may: [/^server\//] },
  { files: /^server\/context\.ts$/, may: [], mayType: [core, ports, /^server\/store\/store\.ts$/] },
  { files: /^server\/(errors|ids|config)\.ts$/, may: [] },
  { files: /^server\/memory\.ts$/, may: [], mayType: [storeTypes] },
  { files: /^server\/(operation|wire|task)\.ts$/, may: [core, errors], mayType: [floor] },
  { files: /^server\/welcome\.ts$/, may: [core, errors], mayType: [floor, doors] },
];

describe("imports follow the table of rooms", () => {
  test("every file of server/ has a room", () => {
    expect(sources.filter(({ path }) => !roomOf(path)).map(({ path }) => path)).toEqual([]);
  });

  test("every domain has its place in the order", () => {
    const found = new Set(sources.flatMap(({ path }) => domainOf(path) ?? []));
    expect([...found].filter((domain) => !domains.includes(domain))).toEqual([]);
  });

  test("no file imports what its room may not", () => {
    expect(breaches(({ path }, imported) => whyNot(path, imported))).toEqual([]);
  });

  test("the pure files of a domain reach neither its queries nor the store", () => {
    const pure = sources.filter(({ path }) =>
      /^server\/domains\/[^/]+\/((contract|view|rules)(\.ts$|\/)|versions\/)/.test(path),
    );
    const found = pure.flatMap(({ path }) => {
      const way = wayTo(path, (step) => /\/queries(\.ts|\/)|^server\/store\//.test(step));
      return way ? [`${path} is pure, but reaches ${way.slice(1).join(" → ")}`] : [];
    });
    expect(found).toEqual([]);
  });
});

test("clients are named by server/http alone, and no package of theirs is loaded with it", () => {
  const isClients = /^@(kalends|modelcontextprotocol)\//;
  const imported = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => isClients.test(target) || target.startsWith("clients/"))
      .map(({ target }) => `${path} → ${target}`),
  );
  expect(imported).toEqual([]);
  // Loaded by name, with the first request that wants them: see `loadClient`.
  const named = sources.filter(({ code }) => code.includes('"@kalends/')).map(({ path }) => path);
  expect(named.filter((path) => !path.startsWith("server/http/"))).toEqual([]);
});

test("no file needs itself: no import cycles at run time", () => {
  const cycles = new Set(sources.flatMap(({ path }) => cycleThrough(path) ?? []));
  expect([...cycles]).toEqual([]);
});

/** All imports that `check` has a complaint about. */
function breaches(check: (source: Source, imported: Import) => string | null): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((imported) => {
      const complaint = imported.isPackage ? null : check(source, imported);
      return complaint ? [`${source.path} → ${imported.target}: ${complaint}`] : [];
    }),
  );
}

const roomOf = (path: string): Room | undefined => rooms.find(({ files }) => files.test(path));
const domainOf = (path: string): string | null => /^server\/domains\/([^/]+)\//.exec(path)?.[1] ?? null;
const coreRoomOf = (path: string): string | null => /^server\/core\/([^/]+)\//.exec(path)?.[1] ?? null;

function whyNot(path: string, { target, isType }: Import): string | null {
  const [own, other] = [domainOf(path), domainOf(target)];
  if (own && other) return own === other ? null : whyNotDomain(own, other, target);
  if (coreRoomOf(path) !== null && coreRoomOf(path) === coreRoomOf(target)) return null;
  const room = roomOf(path);
  const allowed = [...(room?.may ?? []), ...(isType ? (room?.mayType ?? []) : [])];
  return allowed.some((pattern) => pattern.test(target)) ? null : "this room may not import that one";
}

function whyNotDomain(own: string, other: string, target: string): string | null {
  if (!doors.test(target)) return `another domain is entered through server/domains/${other}/index.ts only`;
  return domains.indexOf(other) < domains.indexOf(own) ? null : `${other} stands above ${own} in the order of domains`;
}

function runTimeTargets(path: string): string[] {
  const source = sources.find((candidate) => candidate.path === path);
  return (source?.imports ?? []).filter(({ isPackage, isType }) => !isPackage && !isType).map(({ target }) => target);
}

/** The shortest way from a file to one that fits, through files of its own domain. */
function wayTo(start: string, fits: (path: string) => boolean): string[] | null {
  const ways = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    for (const next of runTimeTargets(way.at(-1) ?? "")) {
      if (fits(next)) return [...way, next];
      if (seen.has(next) || domainOf(next) !== domainOf(start)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

/** A cycle through this file, told from its first file in the alphabet so that each is told once. */
function cycleThrough(start: string): string | null {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of runTimeTargets(way.at(-1) ?? "")) {
      if (next === start) return rotated(way).join(" → ");
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

function rotated(way: string[]): string[] {
  const first = way.indexOf([...way].sort()[0] ?? "");
  return [...way.slice(first), ...way.slice(0, first), way[first] ?? ""];
}
