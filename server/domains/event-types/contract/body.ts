import { z } from "zod";

/**
 * A body in which null counts as absent, on every level; only the properties named here know null as a value of theirs. SDKs
 * send null for whatever their user left out.
 */
export const withoutNulls = <T extends z.ZodType>(schema: T, ...meaningful: string[]) =>
  z.preprocess((body) => (isObject(body) ? { ...kept(body), ...nullsOf(body, meaningful) } : body), schema);

function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  return isObject(value) ? kept(value) : value;
}

function kept(object: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(object).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, dropNulls(value)]));
}

const nullsOf = (body: Record<string, unknown>, names: readonly string[]): Record<string, null> =>
  Object.fromEntries(names.filter((name) => body[name] === null).map((name) => [name, null]));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A union whose branch is known before it is parsed, so that the complaints are those of the branch that was meant, not of
 * whichever is closest.
 */
export const chosen = <T extends z.ZodType>(union: T, choose: (value: unknown) => z.ZodType) =>
  z.preprocess((value, ctx) => {
    const result = choose(value).safeParse(value);
    if (result.success) return value;
    for (const issue of result.error.issues) ctx.addIssue({ ...issue, input: value } as never);
    return z.NEVER;
  }, union);

const Disabled = z.object({ disabled: z.boolean() }).meta({ id: "Disabled_2024_06_14" });

/** A policy, or `{disabled: true}`, which is read as null. */
export const orDisabled = <T>(policy: z.ZodType<T>) => {
  const union = z.union([policy, Disabled]);
  return chosen(union, (value) => (isDisabled(value) ? Disabled : policy)).transform((value) =>
    isDisabled(value) ? null : (value as T),
  );
};

const isDisabled = (value: unknown): boolean => isObject(value) && value.disabled === true;

// Ten years: far beyond sense, and small enough that sums of such numbers stay within the columns.
const mostMinutes = 5_256_000;

export const minutes = (least: number) => z.int().min(least, `must not be less than ${least}`).max(mostMinutes);
export const count = (least: number) => z.int().min(least, `must not be less than ${least}`).max(2_147_483_647);

/** An address of the web, with or without its scheme; nothing that a browser would run. */
export const webAddress = z.string().refine(isWebAddress, {
  error: "must be a URL address",
  params: { rule: "isUrl" },
});

function isWebAddress(text: string): boolean {
  if (/\s/.test(text)) return false;
  if (/^https?:\/\//i.test(text)) return URL.canParse(text);
  if (!URL.canParse(`https://${text}`)) return false;
  const { hostname, username } = new URL(`https://${text}`);
  return hostname.includes(".") && username === "";
}

/** The text of a JSON object with a type, as unknown parts come out of this server. */
export const jsonText = z
  .string("must be a string")
  .refine(isJsonText, "must be the JSON text of an object with a type");

function isJsonText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && typeof value.type === "string";
  } catch {
    return false;
  }
}
