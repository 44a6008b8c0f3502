import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/harness/server-process.js";
import { converse, hasTerminals } from "./run.js";

/** The printed scripts in the shells that they are for, with a person at a terminal who presses Tab. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  mkdirSync(join(folder.path, "bin"));
  const command = join(folder.path, "bin", "kalends");
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${resolve("clients/cli/dist/main.js")}' "$@"\n`);
  chmodSync(command, 0o755);
  path = `${join(folder.path, "bin")}:${process.env.PATH}`;
});

afterAll(() => folder.remove());

const shells: [shell: string, args: string[], use: string][] = [
  ["bash", ["--norc", "-i"], 'eval "$(kalends completion bash)"'],
  ["zsh", ["-f", "-i"], 'autoload -Uz compinit; compinit -u; eval "$(kalends completion zsh)"'],
  ["fish", ["--no-config", "-i"], "kalends completion fish | source"],
];

const isThere = (shell: string): boolean => hasTerminals && spawnSync(shell, ["-c", "exit 0"]).status === 0;

test.for(shells)(
  "%s completes groups, commands, options and their values",
  { timeout: 90_000 },
  async ([shell, args, use], { skip }) => {
    skip(!isThere(shell), `there is no ${shell} here, or no terminal`);
    const { screen } = await converse([shell, ...args], { PATH: path, HOME: folder.path }, [
      [/[#$%>] /, `${use}; echo re''ady\n`],
      [/ready[\s\S]*[#$%>] /, "kalends slo\t"],
      [/slots/, "li\t"],
      [/list/, "--form\t"],
      [/--format/, "ran\t"],
      [/range/, "--hel\t"],
      [/--help/, "\n"],
      [/--explain/, "exit\n"],
    ]);
    expect(screen).toContain("Usage: kalends slots list [options]");
  },
);
