import type { Location, Place } from "../event-type.js";
import { integrationKey, integrationOf } from "../rules/integrations.js";

/** A location of the first version: a type of its own and whatever belongs to it. */
export type LegacyLocation = { type: string } & Record<string, unknown>;

/** Whatever cannot be read is kept as it is. */
export const readLocation = (given: LegacyLocation): Location => ({ ...placeOf(given), stored: given });

function placeOf(given: LegacyLocation): Place {
  const { type, address, link, hostPhoneNumber, displayLocationPublicly } = given;
  const isPublic = displayLocationPublicly === true;
  if (type === "inPerson" && typeof address === "string") return { type: "address", address, public: isPublic };
  if (type === "link" && typeof link === "string") return { type: "link", link, public: isPublic };
  if (type === "userPhone" && typeof hostPhoneNumber === "string") {
    return { type: "phone", phone: hostPhoneNumber, public: isPublic };
  }
  const integration = integrationOf(type);
  if (integration) return { type: "integration", integration };
  const asked = answeredByAttendee[type as keyof typeof answeredByAttendee];
  return asked ? { type: asked } : { type: "unknown", location: JSON.stringify(given) };
}

const answeredByAttendee = {
  phone: "attendeePhone",
  attendeeInPerson: "attendeeAddress",
  somewhereElse: "attendeeDefined",
  conferencing: "organizersDefaultApp",
} as const;

export function writeLocation({ stored, ...place }: Location): LegacyLocation {
  return (stored as LegacyLocation | undefined) ?? legacyOf(place as Place);
}

function legacyOf(place: Place): LegacyLocation {
  switch (place.type) {
    case "address":
      return { type: "inPerson", address: place.address, displayLocationPublicly: place.public };
    case "link":
      return { type: "link", link: place.link, displayLocationPublicly: place.public };
    case "phone":
      return { type: "userPhone", hostPhoneNumber: place.phone, displayLocationPublicly: place.public };
    case "integration":
      return { type: integrationKey(place.integration) };
    case "attendeePhone":
      return { type: "phone" };
    case "attendeeAddress":
      return { type: "attendeeInPerson" };
    case "attendeeDefined":
      return { type: "somewhereElse" };
    case "organizersDefaultApp":
      return { type: "conferencing" };
    case "unknown":
      return JSON.parse(place.location);
  }
}

/** What strangers see of a place: where it is only if it is meant to be public. */
export function writePublicLocation(location: Location): LegacyLocation {
  const { address, link, hostPhoneNumber, ...rest } = writeLocation(location);
  const isPublic = rest.displayLocationPublicly === true;
  return isPublic ? writeLocation(location) : ({ ...rest } as LegacyLocation);
}
