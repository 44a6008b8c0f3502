import { describe, expect, test } from "vitest";
import { verificationCodeMail } from "../verification-code.js";
import { webhookPausedMail } from "../webhook-paused.js";
import { languageFor, writeLetter } from "./index.js";

const createdAt = 0;
const to = { name: "Gil", email: "gil@example.com" };

describe("a letter", () => {
  test("is text and nothing but text, whatever strangers wrote", () => {
    const evil = `<script>alert("1")</script>&amp;'`;
    const { html } = writeLetter({
      language: "en",
      tone: "good",
      label: evil,
      heading: evil,
      lead: evil,
      blocks: [
        { kind: "facts", facts: [{ label: evil, lines: [{ text: evil, url: `https://a.example/"onclick="x` }] }] },
        { kind: "code", text: evil },
        { kind: "button", label: evil, url: `https://a.example/"onclick="x` },
        { kind: "note", text: evil },
      ],
      footer: [evil],
    });
    expect(html).not.toMatch(/<script|"onclick|&amp;'/);
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(10);
  });

  test.each([
    ["zh-CN", "zh-CN"],
    ["zh", "zh-CN"],
    ["zh-Hans-SG", "zh-CN"],
    ["zh-TW", "en"],
    ["it", "en"],
    [null, "en"],
  ])("for a reader of %s is written in %s", (locale, language) => {
    expect(languageFor(locale)).toBe(language);
  });
});

describe("a verification code", () => {
  test.each([
    ["en", "Your verification code", "15 minutes"],
    ["zh-CN", "您的验证码", "15 分钟"],
  ])("in %s is in both bodies, but not in the subject", (locale, subject, validity) => {
    const mail = verificationCodeMail({ to, code: "048151", validMinutes: 15, locale, createdAt });
    expect(mail.subject).toBe(subject);
    for (const body of [mail.html, mail.text]) {
      expect(body).toContain("048151");
      expect(body).toContain(validity);
    }
  });
});

describe("a paused webhook", () => {
  const paused = { to, webhookId: "w1", failedForDays: 3, lastError: "answered 500", createdAt };

  test("is named without its secrets", () => {
    const mail = webhookPausedMail({ ...paused, subscriberUrl: "https://u:pass@a.example/hook?token=secret#x" });
    expect(mail.text).toContain("https://a.example/hook\n");
    expect(mail.text).toContain("for 3 days");
    expect(mail.text + mail.html).not.toMatch(/secret|pass@/);
  });
});
