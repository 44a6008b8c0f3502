import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../errors.js";

/**
 * Takes the folder for this process, or refuses if a living process has it. Returns what gives it back.
 * A lock is taken over only when its process is gone, never because it is old.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, "lock");
  const mine = `${process.pid} ${await startOf(process.pid)}`;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await writeFile(file, mine, { flag: "wx" });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await readFile(file, "utf8").catch(() => "");
    if (holder !== "" && (await isAlive(holder))) {
      throw new Refusal("conflict", `The data folder ${directory} is in use by process ${holder.split(" ")[0]}.`);
    }
    await rm(file, { force: true });
  }
  throw new Refusal("conflict", `The data folder ${directory} is contended; another process is starting on it.`);
}

async function isAlive(holder: string): Promise<boolean> {
  const [pid, start] = holder.split(" ");
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  // A restarted container gives the same process number to somebody else: the start time tells them apart.
  return start === (await startOf(Number(pid)));
}

/** When a process started, in clock ticks since boot; empty where the system does not tell (then the number decides). */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
