import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Command } from "commander";
import { UsageError } from "../exit-codes.js";

/** The commands of the server itself, which are its own program: this one only finds it. */
export function serverCommands(): Command[] {
  return [
    new Command("serve").description("start the server that is installed beside this program").action(() => run()),
    new Command("backup")
      .argument("<file>")
      .description("write the embedded store to a file; stop the server first")
      .action(() => run()),
    new Command("restore")
      .argument("<file>")
      .description("make the embedded store from a file")
      .action(() => run()),
  ];
}

async function run(): Promise<void> {
  const program = serverProgram();
  if (!program) {
    throw new UsageError(
      "The server is not installed here.",
      "Get Kalends, then run npm start in its folder, or this command there. To use a server that runs already: kalends init.",
    );
  }
  // It reads the same arguments.
  await import(pathToFileURL(program).href);
}

/** bin/kalends.mjs of the server, around this program or around the current folder. */
function serverProgram(): string | undefined {
  const starts = [dirname(fileURLToPath(import.meta.url)), process.cwd()];
  return starts
    .flatMap(foldersAbove)
    .flatMap((folder) => [folder, join(folder, "node_modules", "kalends")])
    .find(isServer)
    ?.concat("/bin/kalends.mjs");
}

function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}

function isServer(folder: string): boolean {
  const file = join(folder, "package.json");
  if (!existsSync(file) || !existsSync(join(folder, "bin", "kalends.mjs"))) return false;
  return (JSON.parse(readFileSync(file, "utf8")) as { name?: string }).name === "kalends";
}
