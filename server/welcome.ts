import { dayMs, type Instant } from "./core/time/index.js";
import type { FirstStart } from "./domains/operator/index.js";

export interface WelcomeFacts {
  url: string;
  /** In words. */
  store: string;
  now: Instant;
  firstStart: FirstStart | null;
}

/** What a start prints for a human: where it is, and the first time what to try. */
export function welcome({ url, store, now, firstStart }: WelcomeFacts): string {
  const lines = [
    "",
    "Kalends is ready",
    "",
    `  address         ${url}`,
    `  documentation   ${url}/docs`,
    `  for clients     export CAL_API_URL=${url}/v2`,
    `  for agents      ${url}/skill.md, MCP at ${url}/mcp`,
    `  store           ${store}`,
  ];
  return [...lines, ...(firstStart ? firstStartLines(url, firstStart, now) : []), "", ""].join("\n");
}

function firstStartLines(url: string, { newKey, sampleEventTypeId }: FirstStart, now: Instant): string[] {
  const [start, end] = [now + dayMs, now + 8 * dayMs].map(
    (instant) => `${new Date(instant).toISOString().slice(0, 10)}T00:00:00Z`,
  );
  const key = newKey
    ? [`  operator key    ${newKey}`, "                  (shown only this once; it is stored hashed)"]
    : [];
  return [
    ...key,
    `  sample          event type ${sampleEventTypeId}, "30 Minute Meeting"`,
    "",
    "Try it: the free slots of the week to come",
    "",
    `  curl '${url}/v2/slots?startTime=${start}&endTime=${end}&eventTypeId=${sampleEventTypeId}'`,
  ];
}
