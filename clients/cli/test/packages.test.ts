import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { samplesOf } from "../../../test/harness/samples.js";
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
  const packed = ["clients/sdk", "clients/cli", ...others.map((one) => `node_modules/${one}`)];
  npm(["pack", "--ignore-scripts", "--pack-destination", here("tarballs"), ...packed.map((one) => resolve(one))]);
  mkdirSync(here("app"));
  writeFileSync(here("app/package.json"), '{ "name": "app", "private": true }');
  const tarballs = readdirSync(here("tarballs")).map((file) => join("..", "tarballs", file));
  npm(["install", "--offline", "--ignore-scripts", ...tarballs], here("app"));
});

afterAll(() => folder.remove());

function npm(args: string[], cwd?: string): void {
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

/** The samples of the pages as one program each: what people copy has to compile as well as run. */
const shown = ["README.md", "docs/sdk.md", "clients/sdk/README.md"].map((page) => {
  return samplesOf(readFileSync(page, "utf8"), ["ts"])
    .map(({ code }) => code)
    .join("\n");
});

/** Of the two compilers here the older one, written in JavaScript, takes its time. */
const [older, newer] = ["clients/sdk/node_modules/typescript", "node_modules/typescript"];

test.each([
  ["ESM", older, "node16", "node16", ["typed.mts", ...shown.map((_, index) => `shown-${index}.mts`)]],
  ["CommonJS", newer, "node16", "node16", ["typed.cts"]],
  ["a bundler", newer, "esnext", "bundler", ["typed.mts", "typed.ts"]],
])("types, for %s", (_, compiler, module, moduleResolution, files) => {
  for (const extension of ["ts", "mts", "cts"]) writeFileSync(here(`app/typed.${extension}`), typed);
  for (const [index, code] of shown.entries()) writeFileSync(here(`app/shown-${index}.mts`), code);
  const tsc = resolve(compiler, "bin/tsc");
  const options = { module, moduleResolution, noEmit: true, strict: true, target: "es2022", types: [] };
  const compilerOptions = { ...options, lib: ["es2022", "dom"] };
  writeFileSync(here("app/tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  expect(run(tsc, "-p", ".")).toBe("");
});

test("the licence comes along", () => {
  for (const name of ["sdk", "cli"])
    expect(readFileSync(here(`app/node_modules/@kalends/${name}/LICENSE`), "utf8")).toBe(
      readFileSync("LICENSE", "utf8"),
    );
});

test("the command line", () => {
  expect(run("node_modules/@kalends/cli/dist/main.js", "--version")).toBe("0.1.0");
  expect(readdirSync(here("app/node_modules/.bin"))).toContain("kalends");
});
