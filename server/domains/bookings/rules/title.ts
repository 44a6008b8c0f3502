import type { EventType } from "../../event-types/index.js";

export interface TitleFacts {
  eventType: Pick<EventType, "title" | "customName">;
  organizerName: string;
  attendeeName: string;
  location: string;
  lengthMinutes: number;
  responses: Record<string, unknown>;
}

/** The title of a booking: the event type's own pattern, or "Intro between Host and Guest". */
export function titleOf(facts: TitleFacts): string {
  const { eventType, organizerName, attendeeName } = facts;
  if (!eventType.customName) return `${eventType.title} between ${organizerName} and ${attendeeName}`;
  const [firstName, ...lastNames] = attendeeName.split(" ");
  const variables: Record<string, string> = {
    "Event type title": eventType.title,
    Organiser: organizerName,
    "Organiser first name": organizerName.split(" ")[0] ?? "",
    Scheduler: attendeeName,
    "Scheduler first name": firstName ?? "",
    "Scheduler last name": lastNames.join(" "),
    ATTENDEE: attendeeName,
    USER: attendeeName,
    HOST: organizerName,
    "HOST/ATTENDEE": attendeeName,
    Location: facts.location,
    LOCATION: facts.location,
    "Event duration": `${facts.lengthMinutes} mins`,
  };
  return eventType.customName.replace(
    /\{([^}]*)\}/g,
    (_, name: string) => variables[name] ?? answer(facts.responses[name]),
  );
}

const answer = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
