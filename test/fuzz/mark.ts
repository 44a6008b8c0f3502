import type { Described } from "./document.js";
import type { Account, World } from "./world.js";

/** Properties that only the account itself may read again, by operation. */
const privates: Record<string, readonly string[]> = {
  createSchedule: ["name"],
  updateSchedule: ["name"],
  createWebhook: ["secret", "payloadTemplate", "subscriberUrl"],
  updateWebhook: ["secret", "payloadTemplate", "subscriberUrl"],
  createEventTypeWebhook: ["secret", "payloadTemplate", "subscriberUrl"],
  updateEventTypeWebhook: ["secret", "payloadTemplate", "subscriberUrl"],
  createMyOutOfOffice: ["notes"],
  updateMyOutOfOffice: ["notes"],
};

/** Writes the mark of the account whose text it becomes: the caller's, or, in a booking, its host's. */
export function mark(world: World, caller: Account | null, { id }: Described, value: unknown) {
  const names = privates[id];
  if (names && caller) return { value: markTexts(value, names, caller.privateMark), owner: caller };
  if (!books(id)) return { value, owner: null };
  const host = hostOf(world, Array.isArray(value) ? value[0] : value);
  return host ? { value: markBooking(value, host.bookingMark), owner: host } : { value, owner: null };
}

const books = (id: string): boolean => id === "createBooking" || id === "createRecurringBooking";

/** A spoilt id may name the event type of somebody else: then it is his booking, and the mark is taken off. */
export function keepMark(world: World, { id }: Described, owner: Account | null, value: unknown) {
  if (owner === null || !books(id) || typeof value !== "object" || value === null) return { value, owner };
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const isStillHis = typeof first === "object" && first !== null && hostOf(world, first) === owner;
  return isStillHis ? { value, owner } : { value: markBooking(value, "no mark"), owner: null };
}

function markTexts(value: unknown, names: readonly string[], text: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const marked = Object.entries(value).map(([name, inner]) => [
    name,
    names.includes(name) && typeof inner === "string" ? `${inner}${text}` : inner,
  ]);
  return Object.fromEntries(marked) as unknown;
}

/** The host of the event type that a booking asks for; null if that cannot be told. */
function hostOf(world: World, body: unknown): Account | null {
  const { eventTypeId, rescheduleUid, username } = body as Record<string, unknown>;
  if (rescheduleUid !== undefined || username !== undefined) return null;
  return world.things.eventType.find(({ id }) => Number(id) === eventTypeId)?.owner ?? null;
}

function markBooking(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((inner) => markBooking(inner, text));
  return { ...(value as object), metadata: { note: text } };
}
