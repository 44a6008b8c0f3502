import { weekDays } from "../../server/wire.js";
import { newDice } from "../engine/random-case.js";
import { type FuzzAnswer, faultsOf } from "./judge.js";
import { dataOf, learn } from "./learn.js";
import { type FuzzRequest, randomRequest } from "./request.js";
import { type Account, Marks, newWorld, type World } from "./world.js";

/** How requests reach the server. */
export type Send = (request: Pick<FuzzRequest, "method" | "url" | "headers" | "payload">) => Promise<FuzzAnswer>;

export interface CampaignOptions {
  seed: number;
  cases: number;
  /** Requests that are under way at the same time, each lane with accounts of its own. */
  lanes: number;
  today: number;
  operatorKey: string;
  send: Send;
  /** Called between the requests of a lane now and then. */
  everyHundred?: (count: number) => Promise<void>;
}

export interface CampaignResult {
  faults: string[];
  marks: Marks;
  accounts: Account[];
  /** How many answers there were of each status, and the accepted ones of each operation. */
  statuses: Map<number, number>;
  accepted: Map<string, number>;
}

/** Sends generated requests and judges each answer. The same seed makes the same decisions at the same answers. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const result: CampaignResult = {
    faults: [],
    marks: new Marks(),
    accounts: [],
    statuses: new Map(),
    accepted: new Map(),
  };
  const worlds: World[] = [];
  for (let lane = 0; lane < options.lanes; lane++) worlds.push(await populate(options, lane, result));
  let next = 0;
  const runLane = async (world: World): Promise<void> => {
    let last: FuzzRequest | undefined;
    while (next < options.cases) {
      const index = next++;
      const dice = newDice(Math.imul(options.seed, 1_000_003) + index);
      // Now and then somebody sends the same again, as clients do that heard no answer.
      const request: FuzzRequest = last && dice.chance(0.03) ? last : randomRequest(dice, world);
      await sendOne(options, world, request, index, result);
      last = request;
      if (index % 100 === 99) await options.everyHundred?.(index + 1);
    }
  };
  await Promise.all(worlds.map(runLane));
  return result;
}

async function sendOne(
  { send, seed }: CampaignOptions,
  world: World,
  request: FuzzRequest,
  index: number,
  { faults, marks, statuses, accepted }: CampaignResult,
): Promise<void> {
  const answer = await send(request);
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  if (answer.status < 300) accepted.set(request.operation, (accepted.get(request.operation) ?? 0) + 1);
  // First the notes: what is told for the first time must not be taken for a leak.
  learn(world, marks, request, answer);
  for (const fault of faultsOf(request, answer, marks, world))
    faults.push(describeFault(seed, index, request, answer, fault));
}

function describeFault(seed: number, index: number, request: FuzzRequest, answer: FuzzAnswer, fault: string): string {
  const { method, url, headers, payload, operation } = request;
  const { authorization: _, ...shown } = headers;
  const sent = `${method} ${url.slice(0, 600)}\n  ${JSON.stringify(shown).slice(0, 300)}\n  ${String(payload).slice(0, 1_500)}`;
  return `seed ${seed} case ${index} (${operation}): ${fault}\n  ${sent}\n  -> ${answer.status} ${answer.text.slice(0, 600)}`;
}

const accountsPerLane = 3;

/** A lane's accounts, each with event types of every sort, made as a client would make them. */
async function populate(options: CampaignOptions, lane: number, result: CampaignResult): Promise<World> {
  const world = newWorld(options.today, options.operatorKey);
  for (let i = 0; i < accountsPerLane; i++) {
    const number = lane * accountsPerLane + i + 1;
    const account = await makeAccount(options, number);
    world.accounts.push(account);
    result.accounts.push(account);
    result.marks.add(account);
    for (const fields of eventTypes) await makeEventType(options, world, account, fields);
  }
  return world;
}

async function makeAccount({ send, operatorKey, seed }: CampaignOptions, number: number): Promise<Account> {
  const body = { email: `fuzz${number}-${seed}@example.com`, name: `Fuzz ${number}`, timeZone: "UTC" };
  const made = await post(send, "/v2/admin/users", body, operatorKey, "");
  const { id, username, email, apiKey } = made as Account;
  const marks = { privateMark: `qPrivate${number}q${seed}q`, bookingMark: `qBooking${number}q${seed}q` };
  await post(send, "/v2/schedules", openHours, apiKey, "2024-06-11");
  return { number, id, username, email, apiKey, ...marks };
}

const openHours = {
  name: "Open",
  timeZone: "UTC",
  isDefault: true,
  availability: [{ days: [...weekDays], startTime: "07:00", endTime: "20:00" }],
};

const base = { lengthInMinutes: 30, minimumBookingNotice: 0 };
const link = [{ type: "link", link: "https://meet.example.com/x", public: true }];
const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: false, showAvailabilityCount: true };
const eventTypes = [
  { ...base, title: "Intro", slug: "intro" },
  { ...base, title: "Seats", slug: "seats", seats, locations: link },
  {
    ...base,
    title: "Asks",
    slug: "asks",
    confirmationPolicy: { type: "always", blockUnconfirmedBookingsInBooker: true },
  },
  { ...base, title: "Series", slug: "series", recurrence: { interval: 1, occurrences: 3, frequency: "weekly" } },
];

async function makeEventType({ send }: CampaignOptions, world: World, owner: Account, fields: object): Promise<void> {
  const made = (await post(send, "/v2/event-types", fields, owner.apiKey, "2024-06-14")) as { id: number };
  world.things.eventType.push({ id: String(made.id), owner });
}

async function post(send: Send, url: string, body: object, key: string, version: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json", "cal-api-version": version };
  const answer = await send({ method: "POST", url, headers, payload: JSON.stringify(body) });
  if (answer.status !== 201) throw new Error(`cannot prepare ${url}: ${answer.text}`);
  return dataOf(answer.text);
}
