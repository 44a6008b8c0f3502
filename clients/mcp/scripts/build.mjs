// Compiles src/ to dist/, which also carries the printed operations and the skill's pages.
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

rmSync(here("dist"), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", here("tsconfig.build.json")], { stdio: "inherit" });
cpSync(here("src/generated"), here("dist/generated"), { recursive: true });
cpSync(here("../../skill/calcom-api"), here("dist/skill"), { recursive: true });
