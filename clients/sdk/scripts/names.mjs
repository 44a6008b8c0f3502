/** The domain of an operation: the first part of its path, `event-types`. */
export const domainOf = (path) => path.split("/")[2];

/** `eventTypes` for `event-types`. */
export const camelCase = (text) => text.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** `EventTypes` for `event-types`. */
export const pascalCase = (text) => camelCase(`-${text}`);

/** Names that say their noun in another way than their domain does. */
const given = { getSlots: "list", getMyOutOfOffice: "listOutOfOffice" };

/**
 * What an operation is called inside its domain: its name without the domain's own noun, so that `createBooking` is
 * `bookings.create`. When that would be taken already the whole name stays.
 */
export function methodNames(domain, operationIds) {
  const taken = new Set();
  return operationIds.map((id) => {
    const short = given[id] ?? withoutNoun(domain, id);
    const name = short === "" || taken.has(short) ? id : short;
    taken.add(name);
    return name;
  });
}

function withoutNoun(domain, id) {
  const nouns = domain === "me" ? ["My", "Me"] : [pascalCase(domain), pascalCase(singular(domain))];
  for (const noun of nouns) {
    const at = id.search(new RegExp(`${noun}(?=[A-Z]|$)`));
    if (at > 0) return id.slice(0, at) + id.slice(at + noun.length);
  }
  return id;
}

const singular = (noun) => noun.replace(/ies$/, "y").replace(/s$/, "");
