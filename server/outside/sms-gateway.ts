import { createGuardedPost } from "./guarded-post.js";
import type { SmsSender } from "./ports.js";

const timeoutMs = 10_000;

/**
 * Posts `{ "to": "+14155552671", "text": "…" }` to the operator's gateway, which knows how text messages are sent. The address
 * is the operator's own, so it may be a private one; a name and password in it are sent as HTTP Basic credentials.
 */
export function createSmsGateway(smsUrl: string): SmsSender {
  const post = createGuardedPost({ allowPrivate: true });
  const { url, headers } = targetOf(smsUrl);
  return async (message) => {
    const outcome = await post({ url, headers, body: JSON.stringify(message), timeoutMs });
    return outcome.kind === "answered" && outcome.status >= 200 && outcome.status < 300;
  };
}

function targetOf(smsUrl: string): { url: string; headers: Record<string, string> } {
  const url = new URL(smsUrl);
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = "";
  url.password = "";
  const basic = { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` };
  return { url: url.href, headers: { "content-type": "application/json", ...(credentials !== ":" && basic) } };
}
