import { oneLine } from "../mail/index.js";

/** Where a meeting takes place, for people to read. */
export interface Place {
  text: string;
  /** An http or https address. */
  url: string | null;
}

/** Kinds of places that nobody has named yet. */
const unnamed = new Set([
  "inPerson",
  "link",
  "userPhone",
  "conferencing",
  "attendeeInPerson",
  "phone",
  "somewhereElse",
]);

/** null where there is nothing to tell. */
export function placeOf(location: string | null, videoCall: string): Place | null {
  const text = oneLine(location ?? "");
  if (!text || unnamed.has(text)) return null;
  if (text.startsWith("integrations:")) return { text: videoCall, url: null };
  return { text, url: webAddressOf(text) };
}

/** Only the web: `javascript:` and its like must not become links. */
function webAddressOf(text: string): string | null {
  const address = text.startsWith("www.") ? `https://${text}` : text;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).href;
}
