import type { GlobalOptions } from "../global-options.js";
import { pairs, table } from "./table.js";
import { cellOf, idOf, isRecord } from "./values.js";

/** Prints the data of an answer as the options ask for. */
export function printData(data: unknown, { json, quiet }: GlobalOptions): void {
  if (json) say(JSON.stringify(data ?? null, null, 2));
  else if (quiet) for (const one of idsOf(data)) say(one);
  else say(human(data));
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

function idsOf(data: unknown): string[] {
  if (data === undefined || data === null) return [];
  if (isDays(data)) return Object.values(data).flat().map(slotStart);
  return (Array.isArray(data) ? data : [data]).map(idOf);
}

function human(data: unknown): string {
  if (data === undefined || data === null) return "Done.";
  if (Array.isArray(data)) return data.length === 0 ? "None." : list(data);
  if (!isRecord(data)) return cellOf(data);
  if (Object.keys(data).length === 0) return "None.";
  return isDays(data) ? days(data) : pairs(Object.entries(data).flatMap(([name, value]) => flattened(name, value)));
}

function list(items: unknown[]): string {
  if (!items.every(isRecord)) return items.map(cellOf).join("\n");
  const columns = columnsOf(items);
  const rows = items.map((item) => columns.map((name) => cellOf(item[name])));
  return table(columns, rows, process.stdout.isTTY ? process.stdout.columns : undefined);
}

/** What a person looks for first; of a list without any of these, its first plain fields. */
const telling =
  "uid id linkId title name slug subscriberUrl triggers active status start end duration lengthInMinutes timeZone isDefault email absent language city timezone domain newest".split(
    " ",
  );

function columnsOf(items: Record<string, unknown>[]): string[] {
  const first = items[0] ?? {};
  const known = telling.filter((name) => name in first && !(name === "id" && "uid" in first));
  const plain = Object.keys(first).filter((name) => !known.includes(name) && !isRecord(first[name]));
  return known.length >= 3 ? known : [...known, ...plain].slice(0, 6);
}

/** What is empty says nothing. */
function flattened(name: string, value: unknown): [string, string][] {
  const entries: [string, unknown][] = isRecord(value)
    ? Object.entries(value).map(([inner, deep]) => [`${name}.${inner}`, deep])
    : [[name, value]];
  return entries.map(([path, one]): [string, string] => [path, cellOf(one)]).filter(([, text]) => text !== "");
}

type Days = Record<string, unknown[]>;

/** Free slots: lists of times by day. */
function isDays(data: unknown): data is Days {
  const entries = isRecord(data) ? Object.entries(data) : [];
  return entries.length > 0 && entries.every(([day, times]) => /^\d{4}-\d\d-\d\d$/.test(day) && Array.isArray(times));
}

const days = (data: Days): string =>
  Object.entries(data)
    .map(([day, times]) => `${day}  ${times.map((one) => slotStart(one).slice(11, 16)).join(" ")}`)
    .join("\n");

function slotStart(slot: unknown): string {
  return isRecord(slot) ? String(slot.start ?? slot.time) : String(slot);
}
