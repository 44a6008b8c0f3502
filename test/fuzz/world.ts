import type { Dice } from "../engine/random-case.js";

/** Things with an id that answers have told of. */
export type Kind =
  | "eventType"
  | "schedule"
  | "booking"
  | "seat"
  | "attendee"
  | "hold"
  | "webhook"
  | "link"
  | "ooo"
  | "mailbox";

export interface Thing {
  id: string;
  /** Whose it is; of a booking its host. */
  owner: Account | null;
}

/** An account that fuzzed requests are sent as. */
export interface Account {
  number: number;
  id: number;
  username: string;
  email: string;
  apiKey: string;
  /** Written into what only this account may ever see. */
  privateMark: string;
  /** Written into bookings with this host: who knows a booking's uid may see it, nobody else. */
  bookingMark: string;
}

/** What one lane of requests knows: its accounts and what exists. */
export interface World {
  /** The start of the day the run counts from. */
  today: number;
  accounts: Account[];
  operatorKey: string;
  things: Record<Kind, Thing[]>;
  slugs: string[];
}

/** Marks of all lanes: what one lane's caller may not see includes what belongs to the accounts of the others. */
export class Marks {
  readonly privates = new Map<string, Account>();
  readonly bookings = new Map<string, Account>();

  add(account: Account): void {
    this.privates.set(account.privateMark, account);
    this.bookings.set(account.bookingMark, account);
  }

  /** Ids that serve as a secret: who knows it may act on the thing. */
  addSecretId(id: string, owner: Account): void {
    this.privates.set(id, owner);
  }
}

export const newWorld = (today: number, operatorKey: string): World => ({
  today,
  accounts: [],
  operatorKey,
  things: {
    eventType: [],
    schedule: [],
    booking: [],
    seat: [],
    attendee: [],
    hold: [],
    webhook: [],
    link: [],
    ooo: [],
    mailbox: [],
  },
  slugs: ["intro", "seats", "asks", "series"],
});

/** The id of one of the caller's things mostly, else of anybody's; recent ones more often, for older ones are gone. */
export function pickThing(dice: Dice, world: World, kind: Kind, caller: Account | null): Thing | undefined {
  const all = world.things[kind];
  const own = dice.chance(0.75) ? all.filter(({ owner }) => owner === caller) : all;
  const from = own.length > 0 ? own : all;
  if (from.length === 0) return undefined;
  const recent = from.slice(-8);
  return dice.pick(dice.chance(0.7) ? recent : from);
}
