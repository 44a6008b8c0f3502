import type { Envelope } from "./envelope.js";
import { escapeHtml, escapeJson, renderTemplate } from "./template.js";

export interface Body {
  body: string;
  contentType: string;
}

const json = "application/json";

/** The bytes of a delivery: the envelope, or what the subscriber's template makes of it. */
export function renderBody(envelope: Envelope, template: string | null): Body {
  const { root = {}, ...named } = envelope;
  // What has a name of its own stands first and wins.
  if (!template) return { body: JSON.stringify({ ...named, ...root, ...named }), contentType: json };
  // Both spellings work: `{{title}}` and `{{payload.title}}`.
  const context = { ...named.payload, ...named };
  if (isJson(template)) return { body: compact(renderTemplate(template, context, escapeJson)), contentType: json };
  // COMPAT: whatever is no JSON is declared as a form, even when it is none.
  const body = renderTemplate(template, context, escapeHtml);
  return { body, contentType: "application/x-www-form-urlencoded" };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Without the white space of the template; a text that cannot be read again goes out as it is. */
function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
