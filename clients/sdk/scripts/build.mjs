// Compiles src/ twice: dist/esm for `import`, dist/cjs for `require`.
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

rmSync(here("dist"), { recursive: true, force: true });
for (const project of ["tsconfig.json", "tsconfig.cjs.json"]) {
  execFileSync(process.execPath, [tsc, "-p", here(project)], { stdio: "inherit" });
}
// Without it the package's "type" would make these files ES modules.
writeFileSync(here("dist/cjs/package.json"), '{ "type": "commonjs" }\n');
