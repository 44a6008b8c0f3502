import type { Dice } from "../engine/random-case.js";
import { type Described, described, type Parameter } from "./document.js";
import * as hostile from "./hostile.js";
import { keepMark, mark } from "./mark.js";
import { recipeFor } from "./recipes.js";
import { type Asking, someValue, spoil } from "./values.js";
import { type Account, type Kind, pickThing, type World } from "./world.js";

/** A request as it goes out. */
export interface FuzzRequest {
  operation: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  payload: string | Buffer | undefined;
  /** null: nobody in particular, or the operator. */
  caller: Account | null;
  isOperator: boolean;
  /** Whose marks were written into it. */
  owner: Account | null;
}

/** What the run is about comes more often, what takes things away seldom. */
const weights: Record<string, number> = {
  createBooking: 12,
  rescheduleBooking: 4,
  cancelBooking: 3,
  confirmBooking: 3,
  getSlots: 3,
  createEventType: 4,
  updateEventType: 4,
  createUser: 0.5,
  refreshApiKey: 0.3,
  deleteEventTypeWebhooks: 0.3,
};

const usualWeight = ({ id, method }: Described): number => weights[id] ?? (method === "DELETE" ? 0.4 : 1.5);
const total = described.reduce((sum, operation) => sum + usualWeight(operation), 0);

export function randomRequest(dice: Dice, world: World): FuzzRequest {
  const operation = pickOperation(dice);
  const isOperator = operation.path.startsWith("/v2/admin") ? dice.chance(0.6) : dice.chance(0.02);
  const caller = isOperator || dice.chance(0.15) ? null : dice.pick(world.accounts);
  const asking = { dice, world, caller };
  const manner = dice.next();
  // Half of the requests are meant well, a third have something spoilt in them, the others are foul altogether.
  const isSpoilt = manner > 0.5;
  const isFoul = manner > 0.85;
  const url = urlOf(asking, operation, isSpoilt);
  const body = bodyOf(asking, operation, isSpoilt, isFoul);
  const headers = headersOf(asking, operation, isFoul, isOperator);
  if (body.version) headers["cal-api-version"] = body.version;
  if (body.payload !== undefined && !("content-type" in headers)) headers["content-type"] = "application/json";
  const method =
    isFoul && dice.chance(0.1) ? dice.pick(["GET", "PUT", "POST", "DELETE", "OPTIONS", "PATCH"]) : operation.method;
  const payload = method === "GET" ? undefined : body.payload;
  return {
    operation: operation.id,
    method,
    url,
    headers: cleaned(headers),
    payload,
    caller,
    isOperator,
    owner: body.owner,
  };
}

function pickOperation(dice: Dice): Described {
  let left = dice.next() * total;
  for (const operation of described) {
    left -= usualWeight(operation);
    if (left < 0) return operation;
  }
  return described[0]!;
}

function urlOf(asking: Asking, { path, parameters }: Described, isSpoilt: boolean): string {
  const { dice } = asking;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encode(pathValue(asking, path, name, isSpoilt)));
  const query = parameters.filter((parameter) => parameter.in === "query" && isAsked(dice, parameter));
  const parts = query.map(
    (parameter) => `${encode(parameter.name)}=${encode(queryValue(asking, parameter, isSpoilt))}`,
  );
  if (isSpoilt && dice.chance(0.1)) parts.push(dice.pick(oddQueries));
  return parts.length > 0 ? `${filled}?${parts.join("&")}` : filled;
}

const oddQueries = [
  "take=1&take=2",
  "a[b]=1",
  "%",
  "%E0%A4%A",
  "=&=",
  "__proto__=1",
  "take[]=1",
  "dryRun=true",
  "start=%00",
];

const wanted = new Set(["start", "end", "eventTypeId", "startTime", "endTime"]);

const isAsked = (dice: Dice, { name, required }: Parameter): boolean =>
  required || dice.chance(wanted.has(name) ? 0.7 : 0.08);

function queryValue(asking: Asking, { name, schema }: Parameter, isSpoilt: boolean): string {
  const value = someValue(asking, schema, name);
  return textOf(isSpoilt && asking.dice.chance(0.5) ? spoil(asking.dice, value) : value);
}

/** Any value as the text it might be in an address. */
function textOf(value: unknown): string {
  return (typeof value === "object" ? (JSON.stringify(value) ?? "") : String(value)).slice(0, 3_000);
}

const kinds: Record<string, Kind> = {
  eventTypeId: "eventType",
  scheduleId: "schedule",
  linkId: "link",
  oooId: "ooo",
  bookingUid: "booking",
  seatUid: "seat",
  attendeeId: "attendee",
  webhookId: "webhook",
  uid: "hold",
};

function pathValue({ dice, world, caller }: Asking, path: string, name: string, isSpoilt: boolean): string {
  if (isSpoilt && dice.chance(0.4)) return dice.pick(hostile.texts).slice(0, 2_000);
  if (name === "username") return dice.pick(world.accounts)?.username ?? "nobody";
  if (name === "eventSlug") return dice.pick(world.slugs);
  if (name === "userId") return String(dice.pick(world.accounts)?.id ?? 1);
  const kind = name === "bookingUid" && dice.chance(0.05) ? "seat" : kinds[name];
  const known = kind && pickThing(dice, world, kind, caller);
  return known ? known.id : String(dice.int(path.includes("verified") ? 5 : 3_000));
}

/** Percent-encoded; half a surrogate pair has no encoding. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

interface Body {
  payload: string | Buffer | undefined;
  owner: Account | null;
  version?: string;
}

function bodyOf(asking: Asking, operation: Described, isSpoilt: boolean, isFoul: boolean): Body {
  const { dice } = asking;
  if (isFoul && dice.chance(0.3)) return { payload: dice.pick(hostile.bodies), owner: null };
  if (!operation.body) return { payload: isSpoilt ? "{}" : undefined, owner: null };
  const recipe = dice.chance(0.6) ? recipeFor(asking, operation.id) : undefined;
  const made = recipe?.body ?? someValue(asking, operation.body);
  const marked = mark(asking.world, asking.caller, operation, made);
  const { value, owner } = isSpoilt
    ? keepMark(asking.world, operation, marked.owner, spoil(dice, marked.value))
    : marked;
  return { payload: hostile.written(dice, value), owner, version: recipe?.version };
}

function headersOf({ dice, world, caller }: Asking, operation: Described, isFoul: boolean, isOperator: boolean) {
  const headers: Record<string, string> = {};
  if (caller) headers.authorization = `Bearer ${caller.apiKey}`;
  if (isOperator) headers.authorization = `Bearer ${world.operatorKey}`;
  const given = operation.parameters.find(({ name }) => name === "cal-api-version")?.schema.default;
  if (dice.chance(0.75) && typeof given === "string") headers["cal-api-version"] = given;
  else if (dice.chance(0.7)) headers["cal-api-version"] = dice.pick(hostile.versions);
  if (operation.method !== "GET" && dice.chance(0.15)) headers["idempotency-key"] = `key-${dice.int(60)}`;
  if (isFoul && dice.chance(0.4)) {
    const type = dice.pick(hostile.contentTypes);
    headers["content-type"] = type ?? "";
  }
  if (isFoul && dice.chance(0.5)) Object.assign(headers, dice.pick(hostile.headers));
  return headers;
}

/** HTTP knows no line breaks inside a header; whoever sends one sends two headers, or nonsense. */
const cleaned = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name, value]) => !(name === "content-type" && value === ""))
      .map(([name, value]) => [name, value.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?")]),
  );
