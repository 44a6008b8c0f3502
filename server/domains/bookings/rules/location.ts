import { invalid } from "../../../errors.js";
import { isPhoneNumber } from "../../../wire.js";
import { type EventType, integrationKey, type Location } from "../../event-types/index.js";
import type { NewLocation } from "../contract/extras.js";
import type { LocationInput } from "../contract.js";

/** Where a booking takes place: what is shown, and how the answer is kept among the responses. */
export interface ChosenLocation {
  location: string;
  response: { value: string; optionValue: string } | null;
}

/** The place asked for, or the first that the event type offers. */
export function chooseLocation(eventType: EventType, asked: LocationInput | string | undefined): ChosenLocation {
  if (asked === undefined) return { location: placeOf(eventType.locations[0]), response: null };
  if (typeof asked === "string") return freeLocation(asked);
  const offered = eventType.locations.find((location) => isSameKind(location, asked));
  if (offered) return { location: answeredPlace(asked) ?? placeOf(offered), response: responseOf(asked) };
  const kinds = eventType.locations.map((location) => location.type).join(", ");
  throw invalid(
    `Booking location with type ${asked.type} not valid for event type with id=${eventType.id}. The event type has following location types: ${kinds}, and only these types are allowed for booking location.`,
  );
}

function isSameKind(offered: Location, asked: LocationInput): boolean {
  if (offered.type !== asked.type) return false;
  return offered.type !== "integration" || asked.type !== "integration" || offered.integration === asked.integration;
}

/** A text is taken as it is and not compared with what the event type offers. */
function freeLocation(text: string): ChosenLocation {
  const isLink = URL.canParse(text) || text.startsWith("www.");
  const value = isLink ? "link" : isPhoneNumber(text) ? "phone" : "somewhereElse";
  return { location: text, response: { value, optionValue: text } };
}

/** A place that is named in full, whatever the event type offers. */
export function namedLocation(named: NewLocation): { location: string; response: object } {
  const location = placeNamed(named);
  return { location, response: { value: storedNames[named.type], optionValue: location } };
}

function placeNamed(named: NewLocation): string {
  switch (named.type) {
    case "address":
    case "attendeeAddress":
      return named.address;
    case "attendeeDefined":
      return named.location;
    case "attendeePhone":
    case "phone":
      return named.phone;
    case "link":
      return named.link;
  }
}

/** The place that an event type's location stands for before anybody has answered. */
function placeOf(location: Location | undefined): string {
  switch (location?.type) {
    case "address":
      return location.address;
    case "link":
      return location.link;
    case "phone":
      return location.phone;
    case "integration":
      return integrationKey(location.integration);
    case "attendeePhone":
    case "attendeeAddress":
    case "attendeeDefined":
      return storedNames[location.type];
    default:
      return integrationKey("cal-video");
  }
}

function answeredPlace(asked: LocationInput): string | null {
  switch (asked.type) {
    case "attendeeAddress":
      return asked.address;
    case "attendeePhone":
      return asked.phone;
    case "attendeeDefined":
      return asked.location;
    default:
      return null;
  }
}

const storedNames = {
  address: "inPerson",
  link: "link",
  phone: "userPhone",
  organizersDefaultApp: "conferencing",
  attendeeAddress: "attendeeInPerson",
  attendeePhone: "phone",
  attendeeDefined: "somewhereElse",
} as const;

function responseOf(asked: LocationInput): ChosenLocation["response"] {
  const value = asked.type === "integration" ? integrationKey(asked.integration) : storedNames[asked.type];
  return { value, optionValue: answeredPlace(asked) ?? "" };
}
