import { expect } from "vitest";
import { type House, operatorKey } from "./house.js";

/** The code in the newest mail, or the newest to an address, read where the operator reads it. */
export async function mailedCode(house: House, email?: string): Promise<string> {
  const { body } = await house.get("/v2/admin/outbox", { as: operatorKey });
  const mail = body.data.find(({ to }: { to: { email: string } }) => !email || to.email === email);
  expect(mail, `no mail to ${email ?? "anybody"}`).toBeDefined();
  return /\b\d{6}\b/.exec(mail.text)?.[0] ?? "";
}

/** Another code of six digits. */
export const wrongCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
