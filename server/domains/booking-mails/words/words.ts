import type { Situation } from "../situation.js";

/** Everything that mails about bookings say in one language. */
export interface Words {
  organizer: Record<Exclude<Situation, "declined">, Wording>;
  attendee: Record<Exclude<Situation, "seat-cancelled">, Wording>;
  subject: (label: string, title: string) => string;
  facts: {
    when: string;
    before: string;
    where: string;
    who: string;
    notes: string;
    reason: string;
    cancelledBy: string;
    phone: string;
    repeats: string;
    alsoCancelled: string;
  };
  /** Between the brackets of the language. */
  bracketed: (text: string) => string;
  organizerRole: (name: string) => string;
  join: string;
  videoCall: string;
  yes: string;
  no: string;
  repeats: (interval: number, frequency: "weekly" | "monthly" | "yearly") => string;
  /** Who reads the answers. */
  answersGoTo: (name: string) => string;
  reference: (uid: string) => string;
}

export interface Wording {
  /** A word or two: it begins the subject and stands above the title. */
  label: string;
  lead: (names: Names) => string;
}

export interface Names {
  organizer: string;
  /** Who booked, or who sits on the seat that changed. */
  booker: string;
}
