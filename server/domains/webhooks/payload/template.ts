const tag = /\{\{\{([^{}]*)\}\}\}|\{\{([^{}]*)\}\}/g;
const path = /^[\p{L}\p{N}_$-]+(\.[\p{L}\p{N}_$-]+)*$/u;

/** Whether a template asks for nothing but variables: blocks and helpers would come out as nonsense. */
export const hasOnlyVariables = (template: string): boolean =>
  [...template.matchAll(tag)].every(([, raw, escaped]) => path.test(dotted(raw ?? escaped ?? "")));

/**
 * Puts the values of `context` in the place of `{{name}}`, `{{organizer.name}}`, `{{attendees.0.name}}` or
 * `{{attendees[0].name}}`; what does not exist becomes nothing. No code runs, and only own properties are looked up.
 *
 * renderTemplate("Hi {{organizer.name}}", { organizer: { name: "Ann" } }, String) // "Hi Ann"
 */
export function renderTemplate(template: string, context: object, escaping: (text: string) => string): string {
  return template.replace(tag, (_, raw: string | undefined, escaped: string | undefined) => {
    const text = textOf(valueAt(context, dotted(raw ?? escaped ?? "")));
    return raw === undefined ? escaping(text) : text;
  });
}

/** One spelling of the several: `attendees[0].name`, `attendees.[0].name`, `this.attendees.0.name`. */
const dotted = (expression: string): string =>
  expression
    .trim()
    .replace(/^this\./, "")
    .replace(/\.?\[(\d+)\]/g, ".$1");

function valueAt(context: object, keys: string): unknown {
  let value: unknown = context;
  for (const key of keys.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The inside of a JSON string. */
export const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&#x27;",
  "`": "&#x60;",
  "=": "&#x3D;",
};

/** COMPAT: templates that are no JSON get HTML entities, but quotes stay as they are. */
export const escapeHtml = (text: string): string => text.replace(/[&<>'`=]/g, (sign) => entities[sign] ?? sign);
