import { expect, test } from "vitest";
import { sign } from "./sign.js";

test("the signature is bare hex, as any other implementation of HMAC-SHA256 gives it", () => {
  expect(sign("The quick brown fox jumps over the lazy dog", "key")).toBe(
    "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
  );
});

test.each([null, ""])("without a secret (%o) it is a word", (secret) => {
  expect(sign("{}", secret)).toBe("no-secret-provided");
});
