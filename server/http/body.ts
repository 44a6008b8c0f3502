import { invalid, type Problem, Refusal } from "../errors.js";

/** [K] What a request may nest: far more than any contract asks for, far less than what a stack or the database bears. */
const mostLevels = 100;

/** A NUL, which PostgreSQL cannot store, or half of a surrogate pair, which is no text in any encoding of Unicode. */
const notText = /\0|\p{Surrogate}/u;

/**
 * The object or list that a JSON text holds; an empty one counts as `{}`. Properties named `__proto__` are dropped. What no text
 * column could hold is refused here, where it can still be told by name.
 */
export function readBody(text: string): object {
  const body: unknown = text === "" ? {} : parsed(text);
  if (typeof body !== "object" || body === null) throw invalid("The body must be a JSON object.");
  tidy(body, []);
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw invalid((error as Error).message);
  }
}

function tidy(value: object, path: readonly (string | number)[]): void {
  if (path.length >= mostLevels) throw invalid(`The body is nested deeper than ${mostLevels} levels.`);
  for (const name of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[name];
    if (name === "__proto__") delete (value as Record<string, unknown>)[name];
    else if (notText.test(name)) throw notStorable(path, "The name of a property");
    else if (typeof inner === "string" && notText.test(inner)) throw notStorable([...path, keyIn(value, name)], name);
    else if (typeof inner === "object" && inner !== null) tidy(inner, [...path, keyIn(value, name)]);
  }
}

const keyIn = (value: object, name: string): string | number => (Array.isArray(value) ? Number(name) : name);

function notStorable(path: Problem["path"], what: string): Refusal {
  const message = `${what} must be Unicode text without NUL characters`;
  return new Refusal("invalid", "Bad Request Exception", { problems: [{ path, rule: "isText", message }] });
}
