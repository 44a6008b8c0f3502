import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { inPipe, startListening } from "./run.js";

const secret = "whsec";
const body = JSON.stringify({ triggerEvent: "BOOKING_CREATED", payload: { uid: "abc", title: "Intro" } });
const signature = createHmac("sha256", secret).update(body).digest("hex");

test("listen prints what arrives, tells what is genuine, and refuses what is not", async () => {
  const listening = startListening(["--port", "0", "--secret", secret, "--count", "2"], {});
  const url = await listening.url;
  const post = (header: string) => fetch(url, { method: "POST", body, headers: { "x-cal-signature-256": header } });
  expect((await post(signature)).status).toBe(200);
  expect((await post(signature.replace(/^./, "x"))).status).toBe(401);
  expect(await listening.ended).toMatchObject({
    code: 0,
    stdout: "genuine  BOOKING_CREATED  abc  Intro\nNOT GENUINE  BOOKING_CREATED  abc  Intro\n",
  });
}, 60_000);

test("listen says how to be told", async () => {
  const listening = startListening(["--port", "0"], {});
  const url = await listening.url;
  listening.interrupt();
  expect((await listening.ended).stderr).toContain(
    `kalends webhooks create --subscriber-url ${url} --triggers BOOKING_CREATED\n`,
  );
}, 60_000);

test("Ctrl-C ends listening", async () => {
  const listening = startListening(["--port", "0"], {});
  await listening.url;
  listening.interrupt();
  expect((await listening.ended).code).toBe(130);
}, 60_000);

test("verify reads the body from a pipe, byte for byte", async () => {
  const args = ["webhooks", "verify", "--signature", `sha256=${signature}`];
  const env = { CAL_WEBHOOK_SECRET: secret };
  expect(await inPipe(args, env, body)).toMatchObject({ code: 0, stdout: "Genuine.\n" });
  expect(await inPipe(args, env, `${body}\n`)).toMatchObject({ code: 1 });
  expect(await inPipe(args, {}, body)).toMatchObject({ code: 2 });
}, 60_000);
