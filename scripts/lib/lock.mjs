import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 100;

/**
 * Runs `work` while no other process holds the lock directory. The directory holds one empty file per process at work,
 * named after it, and belongs to them while one of them lives. `work` gets `{ join, leave }` to add its children: a
 * child may outlive a killed parent, and must not be disturbed either.
 */
export async function withLock(directory, { onWait }, work) {
  const self = nameOf(process.pid);
  mkdirSync(dirname(directory), { recursive: true });
  await acquire(directory, self, onWait);
  try {
    return await work({
      join: (pid) => writeFileSync(join(directory, nameOf(pid)), ""),
      leave: (pid) => forgetDead(directory, (name) => !name.startsWith(`${pid}-`)),
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function acquire(directory, self, onWait) {
  let waiting = false;
  while (!tryAcquire(directory, self)) {
    const holders = holdersOf(directory).filter(isAlive);
    if (holders.length === 0) {
      takeFromDead(directory);
    } else {
      if (!waiting) {
        onWait(Number.parseInt(holders[0], 10));
      }
      waiting = true;
      await sleep(pollMs);
    }
  }
}

/** A directory is never moved onto one that holds something, so whoever comes second fails; ours arrives signed. */
function tryAcquire(directory, self) {
  const candidate = `${directory}.${self}`;
  mkdirSync(candidate, { recursive: true });
  writeFileSync(join(candidate, self), "");
  try {
    renameSync(candidate, directory);
    return true;
  } catch (error) {
    rmSync(candidate, { recursive: true, force: true });
    if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(error.code)) {
      throw error;
    }
    return false;
  }
}

/** Removes only the names of the dead: somebody quicker may have taken over meanwhile, and then rmdir must fail. */
function takeFromDead(directory) {
  forgetDead(directory, isAlive);
  try {
    rmdirSync(directory);
  } catch {
    // Gone or taken already: the next attempt tells.
  }
}

function forgetDead(directory, isKept) {
  for (const name of holdersOf(directory)) {
    if (!isKept(name)) {
      rmSync(join(directory, name), { force: true });
    }
  }
}

function holdersOf(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function isAlive(name) {
  const pid = Number.parseInt(name, 10);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
  return nameOf(pid) === name;
}

/** "4711-889": the pid, and on Linux the start time too, because containers give the same few pids to everybody. */
function nameOf(pid) {
  return `${pid}-${startTimeOf(pid)}`;
}

function startTimeOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const isZombie = fields[0] === "Z";
    return isZombie ? "dead" : fields[19];
  } catch {
    return "";
  }
}
