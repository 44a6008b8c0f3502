import type { Location, Place } from "../event-type.js";

/**
 * A place as strangers may see it: of one that is not public only its kind. The properties stay, empty, because the contract
 * requires them; which kinds there are must be told, since the booker chooses by kind.
 */
export function publicPlace({ stored: _, ...location }: Location): Location {
  const place = location as Place;
  switch (place.type) {
    case "address":
      return place.public ? place : { ...place, address: "" };
    case "link":
      return place.public ? place : { ...place, link: "" };
    case "phone":
      return place.public ? place : { ...place, phone: "" };
    case "integration":
      return { type: place.type, integration: place.integration };
    case "unknown":
      return { type: place.type, location: JSON.stringify(publicUnknown(JSON.parse(place.location))) };
    default:
      return place;
  }
}

/** Nobody knows which properties of an unknown kind of place are delicate. */
const publicUnknown = ({ type, displayLocationPublicly, ...rest }: Record<string, unknown>): object =>
  displayLocationPublicly === true ? { type, displayLocationPublicly, ...rest } : { type };
