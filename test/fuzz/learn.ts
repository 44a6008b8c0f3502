import type { FuzzAnswer } from "./judge.js";
import type { FuzzRequest } from "./request.js";
import type { Account, Kind, Marks, World } from "./world.js";

/** Which operations tell of new things, by which property, and whether knowing the id is a secret of the owner. */
const sources: Record<string, { kind: Kind; names: readonly string[]; isSecret?: boolean }[]> = {
  createEventType: [{ kind: "eventType", names: ["id"] }],
  createSchedule: [{ kind: "schedule", names: ["id"] }],
  createWebhook: [{ kind: "webhook", names: ["id"], isSecret: true }],
  createEventTypeWebhook: [{ kind: "webhook", names: ["id"], isSecret: true }],
  createPrivateLink: [{ kind: "link", names: ["linkId"], isSecret: true }],
  createMyOutOfOffice: [{ kind: "ooo", names: ["uuid", "id"] }],
  reserveSlot: [{ kind: "hold", names: ["reservationUid"] }],
  createBooking: [{ kind: "booking", names: ["uid"] }],
  createRecurringBooking: [{ kind: "booking", names: ["uid"] }],
  rescheduleBooking: [{ kind: "booking", names: ["uid"] }],
};

/** Takes note of what an answer told: ids to use, and marks to look for. */
export function learn(world: World, marks: Marks, request: FuzzRequest, answer: FuzzAnswer): void {
  if (answer.status >= 300 || answer.status < 200) return;
  const data = dataOf(answer.text);
  if (request.operation === "refreshApiKey" && request.caller) {
    const { apiKey } = (data ?? {}) as { apiKey?: unknown };
    if (typeof apiKey === "string") request.caller.apiKey = apiKey;
  }
  for (const source of sources[request.operation] ?? []) {
    const owner = source.kind === "booking" ? request.owner : request.caller;
    for (const item of Array.isArray(data) ? data : [data]) {
      const id = source.names
        .map((name) => (item as Record<string, unknown> | null)?.[name])
        .find((found) => found != null);
      if (id === undefined) continue;
      add(world, source.kind, String(id), owner);
      if (source.isSecret && owner) marks.addSecretId(String(id), owner);
      if (source.kind === "booking") learnPeople(world, item, owner);
    }
  }
}

function learnPeople(world: World, booking: unknown, owner: Account | null): void {
  const { seatUid, attendees } = booking as { seatUid?: unknown; attendees?: unknown };
  if (typeof seatUid === "string") add(world, "seat", seatUid, owner);
  if (!Array.isArray(attendees)) return;
  for (const { id, seatUid: own } of attendees as { id?: unknown; seatUid?: unknown }[]) {
    if (id !== undefined) add(world, "attendee", String(id), owner);
    if (typeof own === "string") add(world, "seat", own, owner);
  }
}

const mostOfAKind = 300;

function add(world: World, kind: Kind, id: string, owner: Account | null): void {
  const things = world.things[kind];
  if (things.some((thing) => thing.id === id)) return;
  things.push({ id, owner });
  if (things.length > mostOfAKind) things.shift();
}

export function dataOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { data?: unknown }).data ?? null;
  } catch {
    return null;
  }
}
