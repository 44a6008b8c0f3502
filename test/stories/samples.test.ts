import { readFileSync } from "node:fs";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Kalends } from "../../clients/sdk/src/index.js";
import { expectShown, type Known } from "../harness/examples.js";
import { inTheFuture, outputOf, type Sample, samplesOf } from "../harness/samples.js";
import { processKey, type ServerProcess, startServer, temporaryFolder } from "../harness/server-process.js";
import { filesBelow } from "../laws/sources.js";

/** The code that pages show, run as programs of their own against a server process, with the clients as they were built. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ServerProcess;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ KALENDS_DATA_DIR: join(folder.path, "data") });
  await mkdir(join(folder.path, "bin"));
  const command = join(folder.path, "bin", "kalends");
  await writeFile(command, `#!/bin/sh\nexec '${process.execPath}' '${resolve("clients/cli/dist/main.js")}' "$@"\n`);
  await chmod(command, 0o755);
});

afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await folder.remove();
});

describe("the pages of the clients, done by the operator", () => {
  const isCode = ({ language, code }: Sample): boolean => language !== "" || /^\$ kalends /.test(code);
  const pages = [
    "README.md",
    ...["sdk", "cli", "mcp"].flatMap((name) => [`docs/${name}.md`, `clients/${name}/README.md`]),
  ]
    .map((path) => ({ path, samples: samplesOf(readFileSync(path, "utf8"), ["ts", "js", ""]).filter(isCode) }))
    .filter(({ samples }) => samples.length > 0);

  test.each(pages)(
    "$path",
    async ({ path, samples }) => {
      const operator = new Kalends({ apiKey: processKey, baseUrl: server.url });
      const environment = environmentOf(processKey);
      const programs = samples.filter(({ language }) => language !== "");
      // The blocks of a page are one program: later ones go on with what the first ones made.
      const program = programs.map(({ code }) => code).join("\n");
      const printed = await outputOf("module", live(program), environment);
      const shown = programs.map(({ shows, answer }) => (shows === "text" ? answer : "")).join("");
      if (shown) expect(printed, path).toBe(shown);
      if (program.includes("bookings.create(")) expect(await upcoming(operator)).toHaveLength(1);

      for (const { line, code } of samples.filter(({ language }) => language === "")) {
        for (const { command, shown } of commandsIn(live(code, (await upcoming(operator))[0]))) {
          const printed = await outputOf("script", `set -o pipefail; ${command}`, environment);
          if (shown) expect(printed, `${path}:${line}`).toBe(shown);
        }
      }
      await tidy(operator);
    },
    120_000,
  );
});

describe("the pages of the skill, done by Ann, who has event type 2", () => {
  let ann: Kalends;
  let environment: Environment;

  beforeAll(async () => {
    const operator = new Kalends({ apiKey: processKey, baseUrl: server.url });
    const fields = { email: "ann@example.com", name: "Ann", username: "ann", timeZone: "Europe/Rome" };
    const { apiKey } = await operator.admin.createUser(fields);
    environment = environmentOf(apiKey);
    ann = new Kalends({ apiKey, baseUrl: server.url });
    expect((await ann.eventTypes.create({ title: "Intro", slug: "intro", lengthInMinutes: 30 })).id).toBe(2);
  });

  const pages = filesBelow("skill", ".md")
    .map((path) => ({ path, samples: samplesOf(readFileSync(path, "utf8"), ["bash", "js"]) }))
    .filter(({ samples }) => samples.length > 0);

  test.each(pages)(
    "$path",
    async ({ path, samples }) => {
      const known: Known = {};
      for (const { language, code, shows, answer, line } of samples) {
        const printed = await outputOf(language === "js" ? "module" : "script", inTheFuture(code), environment);
        if (shows === "json") expectShown(inTheFuture(answer), JSON.parse(printed), known);
        else expect(printed, `${path}:${line}`).toBe(answer);
      }
      await tidy(ann);
    },
    120_000,
  );
});

type Environment = Record<string, string>;

const environmentOf = (key: string): Environment => ({
  PATH: `${join(folder.path, "bin")}:${process.env.PATH}`,
  CAL_API_URL: `${server.url}/v2`,
  CAL_API_KEY: key,
  CAL_WEBHOOK_SECRET: "a long random text",
  KALENDS_CONFIG: join(folder.path, "config.json"),
});

const upcoming = async (kalends: Kalends): Promise<string[]> =>
  (await kalends.bookings.list({ status: ["upcoming"] })).data.map(({ uid }) => uid);

/** Each page is read by itself: it finds its times free, and nobody told of them. */
async function tidy(kalends: Kalends): Promise<void> {
  for (const { id } of (await kalends.webhooks.list()).data) await kalends.webhooks.delete(id);
  for (const uid of await upcoming(kalends)) await kalends.bookings.cancel(uid, { cancellationReason: "done" });
}

/** A sample with what its placeholders stand for here and now. */
const live = (code: string, uid = ""): string =>
  inTheFuture(code)
    .replaceAll("cal_live_…", processKey)
    .replaceAll("http://localhost:3000", server.url)
    .replace(/\b[1-9A-HJ-NP-Za-km-z]{22}\b/g, uid);

/** `$ command`, over several lines where they end so, and what it prints. */
const commandsIn = (block: string): { command: string; shown: string }[] =>
  [...block.matchAll(/^\$ ((?:.*\\\n)*.*\n)((?:(?!\$ ).*\n)*)/gm)].map(([, command = "", shown = ""]) => ({
    command,
    shown,
  }));
