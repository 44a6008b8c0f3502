import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { temporaryFolder } from "../../../test/harness/server-process.js";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** Both packages as strangers get them: packed, and installed in an empty folder without a network. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const here = (name: string): string => join(folder.path, name);

beforeAll(async () => {
  folder = await temporaryFolder();
  mkdirSync(here("tarballs"));
  // What the registry would give, packed from what is installed here.
  const others = [
    "commander",
    "picocolors",
    "@clack/prompts",
    "@clack/core",
    "sisteransi",
    "fast-wrap-ansi",
    "fast-string-width",
    "fast-string-truncated-width",
  ];
  for (const name of ["clients/sdk", "clients/cli", ...others.map((one) => `node_modules/${one}`)]) {
    npm(["pack", "--ignore-scripts", "--pack-destination", here("tarballs"), resolve(name)], process.cwd());
  }
  mkdirSync(here("app"));
  writeFileSync(here("app/package.json"), '{ "name": "app", "private": true }');
  const tarballs = readdirSync(here("tarballs")).map((file) => join("..", "tarballs", file));
  npm(["install", "--offline", "--ignore-scripts", ...tarballs], here("app"));
});

afterAll(() => folder.remove());

function npm(args: string[], cwd: string): void {
  execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function run(file: string, ...args: string[]): string {
  return spawnSync(process.execPath, [file, ...args], { cwd: here("app"), encoding: "utf8" }).stdout.trim();
}

const says =
  'console.log([typeof Kalends, typeof new Kalends({ baseUrl: "http://localhost" }).bookings.create, typeof verifyWebhook].join())';

test("ESM", () => {
  writeFileSync(here("app/esm.mjs"), `import { Kalends, verifyWebhook } from "@kalends/sdk";\n${says}`);
  expect(run("esm.mjs")).toBe("function,function,function");
});

test("CommonJS", () => {
  writeFileSync(here("app/cjs.cjs"), `const { Kalends, verifyWebhook } = require("@kalends/sdk");\n${says}`);
  expect(run("cjs.cjs")).toBe("function,function,function");
});

const typed = `import { type Booking, Kalends, verifyWebhook } from "@kalends/sdk";
const kalends = new Kalends({ apiKey: "cal_x" });
export const booked: Promise<Booking> = kalends.bookings.create({
  start: "2026-12-01T09:00:00Z", eventTypeId: 1, attendee: { name: "A", email: "a@example.com", timeZone: "UTC" },
});
export const genuine: Promise<boolean> = verifyWebhook("{}", "00", "s");
// @ts-expect-error an event type has a number
kalends.eventTypes.get("one");
// @ts-expect-error a booking has a start
kalends.bookings.create({ eventTypeId: 1 });
`;

test.each([
  ["ESM", "typed.mts"],
  ["CommonJS", "typed.cts"],
])("types, %s", (_, file) => {
  writeFileSync(here(`app/${file}`), typed);
  const tsc = resolve("clients/sdk/node_modules/typescript/bin/tsc");
  const compilerOptions = {
    noEmit: true,
    strict: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
  };
  writeFileSync(here("app/tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  expect(run(tsc, "-p", ".")).toBe("");
});

test("the command line", () => {
  expect(run("node_modules/@kalends/cli/dist/main.js", "--version")).toBe("0.1.0");
  expect(readdirSync(here("app/node_modules/.bin"))).toContain("kalends");
});
