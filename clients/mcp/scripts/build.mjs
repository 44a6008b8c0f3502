// Compiles src/ to dist/, which also carries the printed operations and the skill's pages.
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const tsc = here("../../node_modules/typescript/bin/tsc");

rmSync(here("dist"), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", here("tsconfig.build.json")], { stdio: "inherit" });
cpSync(here("src/generated"), here("dist/generated"), { recursive: true });
cpSync(here("../../skill/calcom-api"), here("dist/skill"), { recursive: true });
