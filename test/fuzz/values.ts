import type { Dice } from "../engine/random-case.js";
import { resolved, type Schema } from "./document.js";
import { hostileValue } from "./hostile.js";
import { type Account, type Kind, pickThing, type World } from "./world.js";

/** Who asks for a value, and what is known when he does. */
export interface Asking {
  dice: Dice;
  world: World;
  caller: Account | null;
}

const dayMs = 86_400_000;
/** How often a property that may be left out is there. */
const optionalChance = 0.15;
const deepest = 7;

/** A value that the schema allows, and that means something where its name tells what is wanted. */
export function someValue(asking: Asking, schema: Schema, name = "", depth = 0): unknown {
  const { dice } = asking;
  const own = resolved(schema);
  const known = knownValue(asking, name, own);
  if (known !== undefined) return known;
  const branches = own.anyOf ?? own.oneOf;
  if (branches) return someValue(asking, dice.pick(branches), name, depth);
  if (own.const !== undefined) return own.const;
  if (own.enum) return dice.pick(own.enum);
  const type = Array.isArray(own.type) ? dice.pick(own.type) : (own.type ?? (own.properties ? "object" : "any"));
  switch (type) {
    case "object":
      return objectOf(asking, own, depth);
    case "array":
      return listOf(asking, own, name, depth);
    case "string":
      return textOf(dice, own);
    case "integer":
    case "number":
      return numberOf(dice, own);
    case "boolean":
      return dice.chance(0.5);
    case "null":
      return null;
    default:
      return dice.pick<unknown>(["text", 7, true, null, { a: 1 }, ["x"]]);
  }
}

function objectOf(asking: Asking, schema: Schema, depth: number): Record<string, unknown> {
  const { dice } = asking;
  const made: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const isWanted = schema.required?.includes(name) || (depth < deepest && dice.chance(optionalChance));
    if (isWanted) made[name] = someValue(asking, property, name, depth + 1);
  }
  if (typeof schema.additionalProperties === "object" && !schema.properties) {
    for (let i = dice.int(3); i > 0; i--) {
      const key = schema.propertyNames ? String(someValue(asking, schema.propertyNames, "", depth + 1)) : `key${i}`;
      made[key] = someValue(asking, schema.additionalProperties, "", depth + 1);
    }
  }
  return made;
}

function listOf(asking: Asking, schema: Schema, name: string, depth: number): unknown[] {
  const least = schema.minItems ?? 0;
  const length = Math.min(schema.maxItems ?? 3, Math.max(least, asking.dice.pick([1, 1, 2, least])));
  return Array.from({ length }, () => someValue(asking, schema.items ?? {}, name.replace(/s$/, ""), depth + 1));
}

function numberOf(dice: Dice, { minimum, maximum, default: usual }: Schema): number {
  const low = Math.max(minimum ?? 0, -1_000_000);
  const high = Math.min(maximum ?? low + 100, 1_000_000);
  return dice.pick([typeof usual === "number" ? usual : low, low, high, low + dice.int(Math.min(60, high - low) + 1)]);
}

function textOf(dice: Dice, schema: Schema): string {
  if (typeof schema.examples?.[0] === "string" && dice.chance(0.8)) return schema.examples[0];
  const formats: Record<string, string> = {
    "date-time": "2026-12-01T10:00:00Z",
    date: "2026-12-01",
    email: `gil${dice.int(30)}@example.net`,
    uri: "https://example.com/page",
    uuid: "6f1d9b5e-8f3a-4c55-9a63-0f1f7a1d2b3c",
  };
  const text = formats[schema.format ?? ""] ?? textByPattern(dice, schema.pattern);
  const longEnough = text.padEnd(schema.minLength ?? 0, "x");
  return schema.maxLength === undefined ? longEnough : longEnough.slice(0, schema.maxLength);
}

/** The patterns of the document are of times of day and of dates, and a few that words pass. */
function textByPattern(dice: Dice, pattern: string | undefined): string {
  if (pattern?.includes("\\d{4}")) return "2026-12-02";
  if (pattern?.includes(":")) return dice.pick(["08:00", "09:30", "17:00", "20:00"]);
  return dice.pick(["word", "two words", "Ünïcödé 你好 👋", "x", "42"]);
}

/** What a property of this name is in every operation; undefined: only the schema knows. */
function knownValue(asking: Asking, name: string, schema: Schema): unknown {
  const { dice, world, caller } = asking;
  const id = (kind: Kind): number | undefined => numberIn(pickThing(dice, world, kind, caller)?.id);
  switch (name) {
    case "eventTypeId":
      return id("eventType");
    case "scheduleId":
    case "defaultScheduleId":
      return id("schedule");
    case "rescheduleUid":
    case "bookingUidToReschedule":
      return dice.chance(0.5) ? pickThing(dice, world, "booking", caller)?.id : undefined;
    case "seatUid":
      return pickThing(dice, world, "seat", caller)?.id;
    case "start":
    case "startTime":
    case "slotStart":
    case "slotUtcStartDate":
    case "newStartTime":
      return schema.type === "string" && !schema.pattern ? startIn(asking) : undefined;
    case "end":
    case "endTime":
    case "slotUtcEndDate":
      return schema.type === "string" && !schema.pattern ? startIn(asking, 14) : undefined;
    case "timeZone":
      return dice.pick(["UTC", "Europe/Rome", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]);
    case "email":
    case "guest":
      return schema.type === "string" ? `guest${dice.int(40)}@example.net` : undefined;
    case "phoneNumber":
    case "phone":
      return schema.type === "string" ? "+393331234567" : undefined;
    case "language":
      return dice.pick(["en", "it", "zh-CN"]);
    case "username":
    case "usernames":
      return dice.pick(world.accounts)?.username;
    case "eventTypeSlug":
    case "eventSlug":
      return dice.pick(world.slugs);
    case "slug":
      return schema.type === "string" ? `slug-${dice.int(100_000)}` : undefined;
    case "lengthInMinutes":
    case "length":
      return dice.pick([15, 30, 30, 45, 60]);
    case "subscriberUrl":
      return `https://hooks.example.com/${dice.int(100_000)}`;
    default:
      return undefined;
  }
}

const numberIn = (id: string | undefined): number | undefined => (id === undefined ? undefined : Number(id));

/** A half hour of the next days, mostly within working hours. */
export function startIn({ dice, world }: Asking, laterDays = 0): string {
  const day = world.today + (1 + laterDays + dice.int(12)) * dayMs;
  return new Date(day + (8 * 2 + dice.int(20)) * 1_800_000).toISOString();
}

/** The same value with one to three of its places spoilt. */
export function spoil(dice: Dice, value: unknown): unknown {
  let spoilt = value;
  for (let i = dice.pick([1, 1, 1, 2, 3]); i > 0; i--) spoilt = spoilOnce(dice, spoilt, 0);
  return spoilt;
}

function spoilOnce(dice: Dice, value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return hostileValue(dice);
  const keys = Object.keys(value);
  if (keys.length === 0 || keys.length > 100 || dice.chance(depth === 0 ? 0.05 : 0.15)) return hostileValue(dice);
  const key = dice.pick(keys);
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  const way = dice.int(10);
  if (way === 0) delete copy[key];
  else if (way === 1)
    copy[dice.pick(["__proto__x", "constructor", "isOperator", "userId", "id", "then"])] = hostileValue(dice);
  else copy[key] = spoilOnce(dice, copy[key], depth + 1);
  return copy;
}
