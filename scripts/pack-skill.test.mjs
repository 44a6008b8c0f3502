import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

// Whoever installs a skill unpacks it with a program of his own; these two are independent of each other and of ours.
const readers = [
  { name: "unzip", args: (zip, into) => ["-q", zip, "-d", into] },
  { name: "python3", args: (zip, into) => ["-m", "zipfile", "-e", zip, into] },
];

const isThere = (program) => spawnSync(program, ["--help"]).error === undefined;

test.for(readers)("npm run skill:pack makes what $name unpacks to the skill's folder", ({ name, args }, { skip }) => {
  skip(!isThere(name), `there is no ${name} here`);
  const folder = mkdtempSync(join(tmpdir(), "kalends-skill-"));
  try {
    execFileSync(process.execPath, ["--import", "tsx", "scripts/pack-skill.ts"]);
    execFileSync(name, args("dist/calcom-api.zip", folder));
    expect(readdirSync(folder)).toEqual(["calcom-api"]);
    expect(filesOf(join(folder, "calcom-api"))).toEqual(filesOf("skill/calcom-api"));
    expect(readFileSync(join(folder, "calcom-api", "SKILL.md"), "utf8")).toMatch(
      /^---\nid: calcom-api\nname: calcom-api\n/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Every file's path and text. */
function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
