import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildApp } from "../../server/http/app.js";
import { House, operatorKey } from "../harness/house.js";
import { runCampaign } from "./campaign.js";
import { inconsistencies, strangeTellings } from "./consistency.js";
import { readEverything } from "./read-everything.js";

const seed = Number(process.env.KALENDS_SEED ?? 1);
const cases = Number(process.env.KALENDS_CASES ?? 1_000);

describe("generated requests", () => {
  const house = new House();
  const lines: string[] = [];
  let app: FastifyInstance;

  beforeAll(async () => {
    await house.open();
    await house.reset();
    const log = pino({ level: "trace" }, { write: (line) => void lines.push(line) });
    app = await buildApp({ ctx: { ...house.contextOfDoor(), log }, logger: log });
    await app.ready();
  });

  afterAll(async () => {
    await app.close();
    await house.reset();
    await house.close();
  });

  test(`${cases} of seed ${seed} are answered without fault, leak or damage`, { timeout: 3_600_000 }, async () => {
    const send = async ({
      method,
      url,
      headers,
      payload,
    }: Parameters<Parameters<typeof runCampaign>[0]["send"]>[0]) => {
      const startedAt = performance.now();
      const answer = await app.inject({ method: method as "GET", url, headers, payload });
      const text = answer.body;
      return { status: answer.statusCode, headers: answer.headers as never, text, ms: performance.now() - startedAt };
    };
    const everyHundred = async (): Promise<void> => {
      house.now += 600_000;
      await house.runJobs();
    };
    const today = Math.floor(house.now / 86_400_000) * 86_400_000;
    const result = await runCampaign({ seed, cases, lanes: 1, today, operatorKey, send, everyHundred });
    await house.runJobs();
    console.info(`seed ${seed}:`, Object.fromEntries([...result.statuses].sort(([a], [b]) => a - b)));
    if (process.env.KALENDS_FUZZ_SHOW) console.info(Object.fromEntries(result.accepted));
    result.faults.push(...(await readEverything(send, result.accounts)));
    expect.soft(result.faults.length, result.faults.slice(0, 12).join("\n\n")).toBe(0);
    expect(await inconsistencies(house.store.db)).toEqual([]);
    const marks = [...result.marks.privates, ...result.marks.bookings];
    expect(await strangeTellings(house.store.db, marks)).toEqual([]);
    const secrets = result.accounts.flatMap(({ privateMark, bookingMark, apiKey }) => [
      privateMark,
      bookingMark,
      apiKey,
    ]);
    expect(lines.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
  });
});
