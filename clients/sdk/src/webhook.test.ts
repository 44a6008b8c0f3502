import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { verifyWebhook } from "./webhook.js";

const secret = "whsec";
const body = '{"triggerEvent":"BOOKING_CREATED","title":"Grüße"}';
const hex = createHmac("sha256", secret).update(body).digest("hex");

test.each([
  ["bare hex", hex],
  ["hex in capitals", hex.toUpperCase()],
  ["after sha256=", `sha256=${hex}`],
  ["with blanks around", ` ${hex} `],
])("genuine: %s", async (_, header) => {
  expect(await verifyWebhook(body, header, secret)).toBe(true);
});

test("the body may come as bytes, also as a part of a larger buffer", async () => {
  const bytes = Buffer.from(`xx${body}`).subarray(2);
  expect(await verifyWebhook(bytes, hex, secret)).toBe(true);
  expect(await verifyWebhook(new Uint8Array(Buffer.from(body)).buffer, hex, secret)).toBe(true);
});

test.each([
  ["another secret's", createHmac("sha256", "other").update(body).digest("hex")],
  ["of another body", createHmac("sha256", secret).update(`${body} `).digest("hex")],
  ["too short", hex.slice(1)],
  ["too long", `${hex}0`],
  ["no hex", hex.replace(/.$/, "g")],
  ["what a webhook without a secret sends", "no-secret-provided"],
  ["nothing", ""],
  ["no header", undefined],
  ["null", null],
  ["a list", [hex]],
])("not genuine: %s", async (_, header) => {
  expect(await verifyWebhook(body, header, secret)).toBe(false);
});

test("an empty secret is a mistake, not a signature that anybody can make", async () => {
  await expect(verifyWebhook(body, hex, "")).rejects.toThrow("secret");
});
