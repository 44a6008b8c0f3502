import { STATUS_CODES } from "node:http";
import { expect } from "vitest";
import type { House } from "./house.js";

/** A request and the answer that a page shows for it; the answer's first line is missing where only its JSON is shown. */
export interface Example {
  line: number;
  request: Message;
  answer: Message | null;
}

interface Message {
  start: string;
  headers: Record<string, string>;
  body: unknown;
}

/** What stands for what: `<key>` or a uid that the page shows, and the live one; the last answer's values as `{name}`. */
export type Known = Record<string, string>;

/**
 * Every ```http block of a page. Its answer is the next block, if that is ```json or begins with `HTTP/1.1`. A lone `…` at
 * the end of a list or object says that more follows.
 */
export function examplesOf(page: string): Example[] {
  const examples: Example[] = [];
  let unanswered: Example | null = null;
  for (const { 1: kind = "", 2: text = "", index } of page.matchAll(/^```([\w ]*)\n([\s\S]*?)^```$/gm)) {
    const isAnswer = kind === "json" || /^HTTP\//.test(text);
    if (isAnswer && unanswered) unanswered.answer = readMessage(kind === "json" ? `\n\n${text}` : text);
    unanswered = null;
    if (kind !== "http" || isAnswer) continue;
    unanswered = { line: page.slice(0, index).split("\n").length, request: readMessage(text), answer: null };
    examples.push(unanswered);
  }
  return examples;
}

function readMessage(text: string): Message {
  const [head = "", ...rest] = text.trimEnd().split("\n\n");
  const [start = "", ...lines] = head.split("\n");
  const headers = lines.filter(Boolean).map((line) => line.split(/:\s*(.*)/, 2));
  const json = rest
    .join("\n\n")
    .replace(/…(?=\s*\])/g, '"…"')
    .replace(/…(?=\s*\})/g, '"…": true');
  return { start, headers: byLowerCase(headers), body: json.trim() ? JSON.parse(json) : undefined };
}

const byLowerCase = (headers: unknown[][]): Record<string, string> =>
  Object.fromEntries(headers.map(([name, value]) => [String(name).toLowerCase(), String(value)]));

/** Holds a value against the JSON that a page shows for it. */
export function expectShown(json: string, live: unknown, known: Known): void {
  expect(live).toEqual(settle(readMessage(`\n\n${json}`).body, live, known));
}

/** Does what an example shows, and holds what comes against what is shown. Returns what is known after it. */
export async function tryExample(house: House, example: Example, before: Known): Promise<Known> {
  const request = withKnown(example.request, before);
  const isDelivery = !/^[A-Z]+ \/(v2|health)\b/.test(request.start);
  const shown = isDelivery ? example.request : example.answer;
  const live = isDelivery ? await nextDelivery(house) : await send(house, request);
  const known = { ...before };
  if (shown) expect(live).toEqual(completed(shown, live, known));
  const expected = isErrorBody(shown?.body) ? /^HTTP\/1.1 4/ : /^HTTP\/1.1 2/;
  if (!shown?.start) expect(live.start, JSON.stringify(live.body)).toMatch(expected);
  return { ...known, ...namesIn(live.body) };
}

/** The request as it is sent. A path may name the last answer's values: `{uid}`, or with any word before, `{bookingUid}`. */
function withKnown({ start, headers, body }: Message, known: Known): Message {
  const fill = <T>(value: T): T => JSON.parse(replaceShown(JSON.stringify(value ?? null), known));
  const named = (_: string, name: string): string => known[`{${name}}`] ?? known[`{${lastWord(name)}}`] ?? `{${name}}`;
  return { start: fill(start).replace(/\{(\w+)\}/g, named), headers: fill(headers), body: fill(body) ?? undefined };
}

const replaceShown = (text: string, known: Known): string =>
  Object.entries(known).reduce((done, [shown, live]) => (shown[0] === "{" ? done : done.replaceAll(shown, live)), text);

const lastWord = (name: string): string => (/[A-Z][a-z]*$/.exec(name)?.[0] ?? name).toLowerCase();

async function send(house: House, { start, headers, body }: Message): Promise<Message> {
  const [method = "", path = ""] = start.split(" ");
  const answer = await house.request(method, path, body, { headers });
  return {
    start: `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    headers: byLowerCase(Object.entries(answer.headers)),
    body: answer.body === "" ? undefined : answer.body,
  };
}

/** A request that we do not serve is one that we make. */
async function nextDelivery(house: House): Promise<Message> {
  await house.runJobs();
  const post = house.posts.shift();
  if (!post) throw new Error("Nothing was delivered.");
  const start = `POST ${new URL(post.url).pathname}`;
  return { start, headers: byLowerCase(Object.entries(post.headers)), body: JSON.parse(post.body) };
}

/** What must have come for the page to be true: the shown message, and of the live one what the page does not show. */
function completed(shown: Message, live: Message, known: Known): Message {
  const headers = settle(shown.headers, live.headers, known) as Message["headers"];
  return {
    start: shown.start || live.start,
    headers: { ...live.headers, ...headers },
    body: settle(shown.body, live.body, known),
  };
}

/** The live value if the shown one tells it rightly, else the shown one. */
function settle(shown: unknown, live: unknown, known: Known): unknown {
  if (shown === "…" && live !== undefined) return live;
  if (Array.isArray(shown) && Array.isArray(live)) {
    const told = shown.at(-1) === "…" ? [...shown.slice(0, -1), ...live.slice(shown.length - 1)] : shown;
    return told.map((item, index) => settle(item, live[index], known));
  }
  if (isRecord(shown) && isRecord(live)) {
    const { "…": isShortened, ...told } = shown;
    const settled = Object.entries(told).map(([name, value]) => [name, settle(value, live[name], known)]);
    return { ...(isShortened ? live : {}), ...Object.fromEntries(settled) };
  }
  if (typeof shown === "string" && typeof live === "string") return settleText(shown, live, known);
  return shown;
}

/** Keys, uids and signatures are new each time; one that is shown stands for the live one from here to the end of the page. */
function settleText(shown: string, live: string, known: Known): string {
  if (shown.replace(random, kindOf) !== live.replace(random, kindOf)) return shown;
  const found = live.match(random) ?? [];
  const isSame = (text: string, index: number): boolean => {
    known[text] ??= found[index] ?? text;
    return known[text] === found[index];
  };
  return (shown.match(random) ?? []).every(isSame) ? live : shown;
}

const random =
  /cal_live_[0-9a-f]{32}|\b[0-9a-f]{64}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[1-9A-HJ-NP-Za-km-z]{22}\b/g;

const kindOf = (text: string): string => `<${/^cal_|-/.exec(text)?.[0] ?? ""}${text.length}>`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isErrorBody = (body: unknown): boolean => isRecord(body) && body.status === "error";

function namesIn(body: unknown): Known {
  const data = isRecord(body) && isRecord(body.data) ? Object.entries(body.data) : [];
  return Object.fromEntries(data.map(([name, value]) => [`{${name}}`, String(value)]));
}
