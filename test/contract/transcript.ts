import { readdirSync, readFileSync } from "node:fs";

/** One request and its answer, as recorded of the upstream. */
export interface Exchange {
  /** Number of the transcript and heading: `02 § POST minimal`. */
  name: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  /** As it was sent. */
  body: string | undefined;
  status: number;
  /** What came. Where the recording is cut off, `…` stands for the rest of an object or list. */
  answer: unknown;
}

const folder = "test/contract/transcripts";

/** The exchanges of the transcripts with these numbers, in the order in which they were recorded. */
export function exchangesOf(numbers: readonly string[]): Exchange[] {
  const files = readdirSync(folder);
  return numbers.flatMap((number) => {
    const file = files.find((name) => name.startsWith(`${number}-`));
    if (!file) throw new Error(`There is no transcript ${number}.`);
    return sectionsOf(readFileSync(`${folder}/${file}`, "utf8")).flatMap((section) => exchangeOf(number, section));
  });
}

const sectionsOf = (page: string): string[] => page.split(/^## /m).slice(1);

function exchangeOf(number: string, section: string): Exchange[] {
  const title = section.split("\n")[0] ?? "";
  const request = /^```http\n([\s\S]*?)^```$/m.exec(section)?.[1];
  const status = /^\*\*(\d+)\*\*/m.exec(section)?.[1];
  // What the upstream sent to webhooks has no status.
  if (request === undefined || status === undefined) return [];
  const [head = "", ...rest] = request.trimEnd().split("\n\n");
  const [start = "", ...lines] = head.split("\n");
  const [method = "", path = ""] = start.split(" ");
  const headers = Object.fromEntries(lines.filter(Boolean).map((line) => line.split(/:\s*(.*)/, 2)));
  const body = rest.join("\n\n") || undefined;
  const json = /^```json\n([\s\S]*?)^```$/m.exec(section)?.[1];
  return [
    { name: `${number} § ${title}`, method, path, headers, body, status: +status, answer: json && readJson(json) },
  ];
}

function readJson(text: string): unknown {
  if (!/^[{["]/.test(text)) return text.trim();
  const [cut = ""] = text.split(/\n… \(\d+ chars in all\)/);
  return JSON.parse(cut === text ? text : completed(cut));
}

/** JSON that was cut off, up to its last whole value, with `…` for what is missing in each open object and list. */
function completed(text: string): string {
  let open: string[] = [];
  let whole = { end: 0, open };
  let isText = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] ?? "";
    if (sign === '"' && text[index - 1] !== "\\") isText = !isText;
    if (isText) continue;
    if (sign === "{" || sign === "[") open = [...open, sign];
    if (sign === "}" || sign === "]") open = open.slice(0, -1);
    if (sign === ",") whole = { end: index, open };
    if (sign === "{" || sign === "[") whole = { end: index + 1, open };
  }
  const rest = [...whole.open].reverse().map((sign) => (sign === "{" ? ',"…":true}' : ',"…"]'));
  return (text.slice(0, whole.end) + rest.join("")).replace(/([{[]),/g, "$1");
}
