import { z } from "zod";

const limitNames = [
  "key",
  "token",
  "client",
  "address",
  "anonymous-booking",
  "guests",
  "attendees",
  "email-code",
  "phone-code",
  "email-verify",
  "phone-verify",
] as const;

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");

/** A mail address, alone or behind a name: `Ann's calendar <calendar@example.com>`. */
const isSender = (text: string): boolean =>
  /^[^<>,;:"@\p{Cc}]* ?<[^<>,;:"@\s\p{Cc}]+@[\w.-]+>$|^[^<>,;:"@\s\p{Cc}]+@[\w.-]+$/u.test(text);
/** `key=600,address=60`: requests per minute, by the names of `http/rate-limit.ts`. */
const limits = z
  .string()
  .regex(/^[a-z-]+=\d{1,9}(,[a-z-]+=\d{1,9})*$/, "must be a list such as key=600,address=60")
  .transform((text) => Object.fromEntries(text.split(",").map((pair) => pair.split("="))) as Record<string, unknown>)
  .pipe(
    z.partialRecord(
      z.enum(limitNames, { error: `names a limit that is none of ${limitNames.join(", ")}` }),
      z.coerce.number<unknown>().int().min(1, "must allow at least 1 request"),
    ),
  );

const mailAddresses = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(z.array(z.email("must be a list of mail addresses")));

const proxyAddress = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6(), z.enum(["loopback", "uniquelocal"])], {
  error: "must be a list of addresses, networks (10.0.0.0/8), loopback or uniquelocal",
});

/**
 * The proxies that stand before the server. A mere number of hops is not taken: whoever reaches the server past its proxy
 * could then claim any address.
 */
const trustedProxies = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .pipe(z.array(proxyAddress));

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a PostgreSQL address, postgres://…" }).optional(),
  KALENDS_DATA_DIR: z.string().min(1).default(".kalends"),
  KALENDS_ADMIN_API_KEY: z
    .string()
    .regex(/^cal_.{12,}$/, "must begin with cal_ and have at least 12 further characters")
    .optional(),
  KALENDS_HOLDS: z.enum(["lenient", "strict"]).default("lenient"),
  KALENDS_BLOCKED_EMAILS: mailAddresses.optional(),
  KALENDS_RATE_LIMIT: z.enum(["on", "off"]).default("on"),
  KALENDS_RATE_LIMIT_STORE: z.enum(["memory", "database"]).default("memory"),
  KALENDS_RATE_LIMITS: limits.optional(),
  TRUST_PROXY: trustedProxies.optional(),
  KALENDS_METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  KALENDS_ALLOW_PRIVATE_WEBHOOKS: flag,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be a mail server's address, smtp://… or smtps://…" }).optional(),
  MAIL_FROM: z.string().refine(isSender, "must be an address, alone or as Name <address>").optional(),
  SMS_URL: z.url({ protocol: /^https?$/, error: "must be the address of a gateway, https://…" }).optional(),
  KALENDS_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** What the operator set, checked once at start. */
export interface Config {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  dataDirectory: string;
  adminApiKey: string | undefined;
  isRateLimited: boolean;
  /** Whether several processes share their counters. */
  sharesRateLimits: boolean;
  /** Requests per minute that differ from the usual ones. */
  rateLimits: Partial<Record<(typeof limitNames)[number], number>>;
  trustProxy: string[] | undefined;
  /** What a scraper of metrics shows; absent: there are none. */
  metricsToken: string | undefined;
  allowPrivateWebhooks: boolean;
  holdsAreStrict: boolean;
  /** Who may not book, under any `+tag` either. */
  blockedEmails: string[];
  publicUrl: string | undefined;
  /** null: mail is written, but not sent. */
  mail: { smtpUrl: string; from: string } | null;
  /** Where text messages are posted to; absent: none are sent. */
  smsUrl: string | undefined;
  logLevel: z.output<typeof Environment>["LOG_LEVEL"];
}

/** Reads the environment; a bad value throws one sentence per variable, each naming it. Empty counts as absent. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = Environment.safeParse(given);
  if (!result.success) {
    throw new Error(result.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`).join("\n"));
  }
  const values = result.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDirectory: values.KALENDS_DATA_DIR,
    adminApiKey: values.KALENDS_ADMIN_API_KEY,
    isRateLimited: values.KALENDS_RATE_LIMIT === "on",
    sharesRateLimits: values.KALENDS_RATE_LIMIT_STORE === "database",
    rateLimits: values.KALENDS_RATE_LIMITS ?? {},
    trustProxy: values.TRUST_PROXY,
    metricsToken: values.KALENDS_METRICS_TOKEN,
    allowPrivateWebhooks: values.KALENDS_ALLOW_PRIVATE_WEBHOOKS,
    holdsAreStrict: values.KALENDS_HOLDS === "strict",
    blockedEmails: values.KALENDS_BLOCKED_EMAILS ?? [],
    publicUrl: values.KALENDS_PUBLIC_URL?.replace(/\/+$/, ""),
    mail: readMail(values),
    smsUrl: values.SMS_URL,
    logLevel: values.LOG_LEVEL,
  };
}

function readMail({ SMTP_URL: smtpUrl, MAIL_FROM: from }: z.output<typeof Environment>): Config["mail"] {
  if (!smtpUrl) return null;
  if (!from) throw new Error("MAIL_FROM: is needed with SMTP_URL; it is the address that mail comes from");
  return { smtpUrl, from };
}
