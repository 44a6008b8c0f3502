import { createRequire } from "node:module";
import { z } from "zod";
import { formatUtc, type Instant, normalizeZoneName, parseInstant } from "./core/time/index.js";

/** Values that many contracts share. Each refuses with a sentence that names what it wants. */

/** An IANA zone in any case, read as its canonical name. */
export const zoneName = z
  .string()
  .transform((text, ctx) => {
    const name = normalizeZoneName(text);
    if (name) return name;
    ctx.addIssue({ code: "custom", message: "must be a valid IANA time-zone", params: { rule: "isTimeZone" } });
    return z.NEVER;
  })
  .meta({ override: { type: "string", examples: ["America/New_York"] } });

/** An ISO 8601 timestamp, read as UTC when it has no offset. */
export const instant: z.ZodType<Instant, string> = z
  .string()
  .transform((text, ctx) => {
    const value = parseInstant(text);
    if (value !== null) return value;
    const message = "must be a valid ISO 8601 date string";
    ctx.addIssue({ code: "custom", message, params: { rule: "isDateString" } });
    return z.NEVER;
  })
  .meta({ override: { type: "string", format: "date-time" } }) as never;

/** The same, or a date alone, which is its midnight in UTC. */
export const instantOrDate: z.ZodType<Instant, string> = z
  .string()
  .transform((text, ctx) => {
    const value = parseInstant(text, { allowDate: true });
    if (value !== null) return value;
    const message = "must be a valid ISO 8601 date string";
    ctx.addIssue({ code: "custom", message, params: { rule: "isDateString" } });
    return z.NEVER;
  })
  .meta({ override: { type: "string", examples: ["2026-11-30", "2026-11-30T09:00:00Z"] } }) as never;

/** How instants go out: `2026-11-30T08:00:00.000Z`. */
export const instantText = z.string().meta({ override: { type: "string", format: "date-time" } });
export const writeInstant = formatUtc;

export const languages = (
  "ar ca de es eu he id ja lv pl ro sr th vi az cs el es-419 fi hr it km nl pt ru sv tr " +
  "zh-CN bg da en et fr hu iw ko no pt-BR sk ta uk zh-TW bn"
).split(" ");

export const language = z.enum(languages);

const metadataRule =
  "Metadata must have at most 50 keys, each key up to 40 characters, and string values up to 500 characters.";

export const metadata = z
  .record(z.string(), z.unknown())
  .refine(isMetadata, { error: metadataRule, params: { rule: "isMetadata" } }) as z.ZodType<Record<string, unknown>>;

function isMetadata(value: Record<string, unknown>): boolean {
  const entries = Object.entries(value);
  return entries.length <= 50 && entries.every(([key, entry]) => key.length <= 40 && isMetadataValue(entry));
}

function isMetadataValue(value: unknown): boolean {
  return typeof value === "string" ? value.length <= 500 : typeof value === "number" || typeof value === "boolean";
}

/** A list that ends somewhere. */
export const listUpTo = <T extends z.ZodType>(most: number, element: T) =>
  z.array(element).max(most, `must contain no more than ${most} elements`);

/** A text that ends somewhere. */
export const textUpTo = (most: number) =>
  z.string("must be a string").max(most, `must be shorter than or equal to ${most} characters`);

/** A whole number sent as text in a query. */
export const queryInt = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, "must be an integer number")
    .transform(Number)
    .pipe(z.int().min(min, `must not be less than ${min}`).max(max, `must not be greater than ${max}`))
    .meta({ override: { type: "integer", minimum: min, maximum: max } });

/** `take` and `skip` of lists without paging metadata. */
export const takeSkip = {
  take: queryInt(1, 250).default(250),
  skip: queryInt(0, 2_147_483_647).default(0),
};

/** The sibling of `data` on lists that are read on from a cursor. */
export const CursorPage = z
  .object({ nextCursor: z.string().nullable(), hasMore: z.boolean() })
  .meta({ id: "CursorPagination" });

/** There is more as long as there is somewhere to read on from. */
export const cursorPage = ({ nextCursor }: { nextCursor: string | null }) => ({
  nextCursor,
  hasMore: nextCursor !== null,
});

export const weekDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** Answer `true` or `false` sent as text in a query. */
export const queryBoolean = z
  .enum(["true", "false"])
  .transform((text) => text === "true")
  .meta({ override: { type: "boolean" } });

/** An address that mail can be sent to; RFC 5321 leaves no room for longer ones. */
export const mailAddress = z.email().max(254, "must be shorter than or equal to 254 characters");

const load = createRequire(import.meta.url);

/**
 * Whether a text is an international number (E.164) by the numbering plans. Their tables are loaded with the first number:
 * they are a tenth of the time and the memory of a start.
 */
export function isPhoneNumber(text: string): boolean {
  const plans = load("libphonenumber-js/max") as typeof import("libphonenumber-js/max");
  return text.startsWith("+") && plans.isValidPhoneNumber(text);
}

/** An international phone number, E.164, checked against the numbering plans. */
export const phoneNumber = z.string().refine(isPhoneNumber, {
  error: "must be a valid phone number in international format",
  params: { rule: "isPhoneNumber" },
});

const written = Symbol("written JSON");

/** Data that is JSON text already: for answers so long that making objects of them first would cost more than finding them. */
export interface WrittenJson {
  readonly [written]: string;
}

export const writtenJson = (text: string): WrittenJson => ({ [written]: text });

/** The text of such data; undefined for any other. */
export const writtenText = (data: unknown): string | undefined => (data as WrittenJson | undefined)?.[written];

/** A view whose text is kept as long as what it is of: for values that are shown again and never change. */
export function writtenOnce<Value extends object>(view: (value: Value) => unknown): (value: Value) => WrittenJson {
  const texts = new WeakMap<Value, WrittenJson>();
  return (value) => {
    const known = texts.get(value);
    if (known) return known;
    const text = writtenJson(JSON.stringify(view(value)));
    texts.set(value, text);
    return text;
  };
}
