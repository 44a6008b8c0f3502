import { z } from "zod";

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");

/** A mail address, alone or behind a name: `Ann's calendar <calendar@example.com>`. */
const isSender = (text: string): boolean =>
  /^[^<>,;:"@\p{Cc}]* ?<[^<>,;:"@\s\p{Cc}]+@[\w.-]+>$|^[^<>,;:"@\s\p{Cc}]+@[\w.-]+$/u.test(text);

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
  KALENDS_RATE_LIMIT: z.enum(["on", "off"]).default("on"),
  KALENDS_ALLOW_PRIVATE_WEBHOOKS: flag,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be a mail server's address, smtp://… or smtps://…" }).optional(),
  MAIL_FROM: z.string().refine(isSender, "must be an address, alone or as Name <address>").optional(),
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
  allowPrivateWebhooks: boolean;
  holdsAreStrict: boolean;
  publicUrl: string | undefined;
  /** null: mail is written, but not sent. */
  mail: { smtpUrl: string; from: string } | null;
  logLevel: z.output<typeof Environment>["LOG_LEVEL"];
}

/** Reads the environment; a bad value throws one sentence per variable, each naming it. Empty counts as absent. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = Environment.safeParse(given);
  if (!result.success) {
    throw new Error(result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
  const values = result.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDirectory: values.KALENDS_DATA_DIR,
    adminApiKey: values.KALENDS_ADMIN_API_KEY,
    isRateLimited: values.KALENDS_RATE_LIMIT === "on",
    allowPrivateWebhooks: values.KALENDS_ALLOW_PRIVATE_WEBHOOKS,
    holdsAreStrict: values.KALENDS_HOLDS === "strict",
    publicUrl: values.KALENDS_PUBLIC_URL?.replace(/\/+$/, ""),
    mail: readMail(values),
    logLevel: values.LOG_LEVEL,
  };
}

function readMail({ SMTP_URL: smtpUrl, MAIL_FROM: from }: z.output<typeof Environment>): Config["mail"] {
  if (!smtpUrl) return null;
  if (!from) throw new Error("MAIL_FROM: is needed with SMTP_URL; it is the address that mail comes from");
  return { smtpUrl, from };
}
