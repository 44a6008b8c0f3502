/** A value in a cell: instants without their zeros, lists with commas, the rest as compact JSON. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return printable(instantOf(value));
  if (Array.isArray(value) && value.every((one) => !isRecord(one) || isPerson(one)))
    return value.map(cellOf).join(", ");
  if (isPerson(value)) return printable(`${value.name || "–"} <${value.email}>`);
  return typeof value === "object" ? printable(JSON.stringify(value)) : String(value);
}

/** `2026-12-01T09:00:00.000Z` as `2026-12-01 09:00Z`. */
const instantOf = (text: string): string =>
  text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::00|(:\d\d))(?:\.\d{3})?(Z|[+-]\d\d:\d\d)$/, "$1 $2$3$4");

/** Hosts, attendees and users are told by name and address. */
const isPerson = (value: unknown): value is { name: string; email: string } =>
  isRecord(value) && typeof value.email === "string" && typeof value.name === "string";

/** Other people's text must not steer the terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}+/gu, " ");

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What names a thing in another command. */
export function idOf(value: unknown): string {
  if (!isRecord(value)) return cellOf(value);
  const names = ["uid", "reservationUid", "linkId", "id", "apiKey", "timezone", "domain"];
  const found = names.find((name) => value[name] !== undefined);
  return found ? String(value[found]) : cellOf(value);
}
