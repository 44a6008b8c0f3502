import { describe, expect, test } from "vitest";
import { readConfig } from "./config.js";

describe("configuration", () => {
  test("has a default for everything, and empty counts as absent", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "" })).toEqual({
      port: 3000,
      host: "127.0.0.1",
      databaseUrl: undefined,
      dataDirectory: ".kalends",
      adminApiKey: undefined,
      isRateLimited: true,
      sharesRateLimits: false,
      rateLimits: {},
      trustProxy: undefined,
      metricsToken: undefined,
      allowPrivateWebhooks: false,
      holdsAreStrict: false,
      blockedEmails: [],
      publicUrl: undefined,
      mail: null,
      smsUrl: undefined,
      logLevel: "info",
    });
  });

  test("reads what is set", () => {
    const env = { PORT: "8080", KALENDS_PUBLIC_URL: "https://cal.example.com/", KALENDS_RATE_LIMIT: "off" };
    expect(readConfig(env)).toMatchObject({ port: 8080, publicUrl: "https://cal.example.com", isRateLimited: false });
  });

  test("reads where mail is sent to and whom it comes from", () => {
    const env = { SMTP_URL: "smtps://ann:secret@mail.example.com", MAIL_FROM: "Ann's calendar <cal@example.com>" };
    expect(readConfig(env).mail).toEqual({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM });
    expect(readConfig({ ...env, MAIL_FROM: "cal@example.com" }).mail?.from).toBe("cal@example.com");
  });

  test("a mail server without a sender is refused, without its password", () => {
    const read = () => readConfig({ SMTP_URL: "smtp://ann:secret@mail.example.com" });
    expect(read).toThrow(/^MAIL_FROM: is needed with SMTP_URL/);
    expect(read).not.toThrow(/secret/);
  });

  test("reads limits and proxies", () => {
    const env = { KALENDS_RATE_LIMITS: "key=600,anonymous-booking=3", TRUST_PROXY: "10.0.0.0/8, loopback" };
    expect(readConfig(env)).toMatchObject({
      rateLimits: { key: 600, "anonymous-booking": 3 },
      trustProxy: ["10.0.0.0/8", "loopback"],
    });
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["KALENDS_ADMIN_API_KEY", "secret"],
    ["KALENDS_RATE_LIMIT", "maybe"],
    ["KALENDS_RATE_LIMITS", "key"],
    ["KALENDS_RATE_LIMITS", "key=0"],
    ["KALENDS_RATE_LIMITS", "keys=5"],
    ["TRUST_PROXY", "yes"],
    ["TRUST_PROXY", "1"],
    ["KALENDS_METRICS_TOKEN", "short"],
    ["KALENDS_ALLOW_PRIVATE_WEBHOOKS", "yes"],
    ["KALENDS_HOLDS", "firm"],
    ["KALENDS_BLOCKED_EMAILS", "spam@example.com example.com"],
    ["KALENDS_PUBLIC_URL", "here"],
    ["SMTP_URL", "http://mail.example.com"],
    ["SMTP_URL", "mail.example.com:25"],
    ["MAIL_FROM", "Ann"],
    ["SMS_URL", "ftp://sms.example.com"],
    ["MAIL_FROM", "a@example.com, b@example.com"],
    ["MAIL_FROM", "Ann\n<a@example.com>"],
    ["LOG_LEVEL", "loud"],
  ])("a bad %s (%s) is refused by its name, without its value", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `));
    if (name === "KALENDS_ADMIN_API_KEY") expect(() => readConfig({ [name]: value })).not.toThrow(/secret/);
  });
});
