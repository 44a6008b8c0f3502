import type { FuzzRequest } from "./request.js";
import type { Account, Marks, World } from "./world.js";

export interface FuzzAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
  ms: number;
}

/** Slower than this is a hang: the largest request is 100 KiB, and every list has an end. */
export const patienceMs = 20_000;

/** What is wrong with an answer; empty if nothing is. */
export function faultsOf(request: FuzzRequest, answer: FuzzAnswer, marks: Marks, world: World): string[] {
  const faults: string[] = [];
  if (answer.status >= 500) faults.push(`answered with ${answer.status}`);
  if (answer.status < 200) faults.push(`answered with ${answer.status}, which is no answer`);
  if (answer.ms > patienceMs) faults.push(`took ${Math.round(answer.ms)} ms`);
  if ("x-injected" in answer.headers) faults.push("let a header be injected");
  if (!isWellFormed(request, answer)) faults.push("is no JSON object with a status");
  return [...faults, ...leaksIn(request, answer, marks, world)];
}

function isWellFormed({ method }: FuzzRequest, { status, text }: FuzzAnswer): boolean {
  // 417 comes from Node itself, before the request is anybody's, and has no body (RFC 9110, 10.1.1).
  if (status === 204 || status === 417 || method === "HEAD" || method === "OPTIONS") return true;
  try {
    const body = JSON.parse(text) as { status?: unknown };
    const isError = status >= 400;
    return body.status === (isError ? "error" : "success");
  } catch {
    return false;
  }
}

/** Marks of others that the caller does not know already: whoever names a booking by its uid may see it. */
function leaksIn(request: FuzzRequest, { text }: FuzzAnswer, marks: Marks, world: World): string[] {
  if (request.isOperator) return [];
  const asked = `${decoded(request.url)} ${request.payload ?? ""}`;
  const isStrange = ([mark, owner]: [string, Account]): boolean =>
    owner !== request.caller && text.includes(mark) && !asked.includes(mark);
  const privates = [...marks.privates].filter(isStrange);
  const namesBooking = [...world.things.booking, ...world.things.seat].some(({ id }) => asked.includes(id));
  const bookings = namesBooking ? [] : [...marks.bookings].filter(isStrange);
  const faults = [...privates, ...bookings].map(([mark, owner]) => `tells ${mark} of account ${owner.number}`);
  const keys = world.accounts.filter((account) => account !== request.caller && text.includes(account.apiKey));
  return [...faults, ...keys.map(({ number }) => `tells the API key of account ${number}`)];
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
