/** One thing in which an answer of ours differs in shape from the recorded one: `data.rating: null, not number`. */
export type Difference = string;

/** How the shapes of two answers differ: properties, types, lengths of lists. Values do not count. */
export function differencesOf(recorded: unknown, live: unknown, at = ""): Difference[] {
  if (recorded === "…") return [];
  if (Array.isArray(recorded) && Array.isArray(live)) return ofLists(recorded, live, at);
  if (isRecord(recorded) && isRecord(live)) return ofObjects(recorded, live, at);
  const [is, was] = [typeOf(live), typeOf(recorded)];
  return is === was ? [] : [`${at || "answer"}: ${is}, not ${was}`];
}

function ofLists(recorded: unknown[], live: unknown[], at: string): Difference[] {
  const isCut = recorded.at(-1) === "…";
  const shown = isCut ? recorded.slice(0, -1) : recorded;
  const isShort = isCut ? live.length < shown.length : live.length !== shown.length;
  if (isShort) return [`${at}: ${live.length} elements, not ${shown.length}`];
  return shown.flatMap((item, index) => differencesOf(item, live[index], `${at}[]`));
}

function ofObjects(recorded: Record<string, unknown>, live: Record<string, unknown>, at: string): Difference[] {
  const { "…": isCut, ...shown } = recorded;
  const below = (name: string): string => (at ? `${at}.${name}` : name);
  const missing = Object.keys(shown).filter((name) => !(name in live));
  const additional = isCut ? [] : Object.keys(live).filter((name) => !(name in shown));
  return [
    ...missing.map((name) => `${below(name)}: missing`),
    ...additional.map((name) => `${below(name)}: additional`),
    ...Object.keys(shown)
      .filter((name) => name in live)
      .flatMap((name) => differencesOf(shown[name], live[name], below(name))),
  ];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const typeOf = (value: unknown): string =>
  value === null ? "null" : value === undefined ? "nothing" : Array.isArray(value) ? "list" : typeof value;
