import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { withLock } from "./lock.mjs";

const folder = mkdtempSync(join(tmpdir(), "kalends-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

const silent = { onWait: () => {} };

test("one at a time, and nothing is left over", async () => {
  const lock = join(folder, "busy");
  let inside = 0;
  const visit = () =>
    withLock(lock, silent, async () => {
      inside += 1;
      expect(inside).toBe(1);
      await sleep(20);
      inside -= 1;
    });
  await Promise.all([visit(), visit(), visit()]);
  expect(existsSync(lock)).toBe(false);
});

test("the lock of a dead process is taken over", async () => {
  const lock = join(folder, "dead");
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "close");
  mkdirSync(lock);
  writeFileSync(join(lock, `${child.pid}-123`), "");
  expect(await withLock(lock, silent, async () => readdirSync(lock).length)).toBe(1);
});

test.runIf(process.platform === "linux")("a pid that was given to somebody else counts as dead", async () => {
  const lock = join(folder, "reused");
  mkdirSync(lock);
  writeFileSync(join(lock, `${process.pid}-1`), "");
  expect(await withLock(lock, silent, async () => "in")).toBe("in");
});

test("a child that outlives its killed parent keeps the lock", async () => {
  const lock = join(folder, "orphan");
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  await withLock(lock, silent, async ({ join: add }) => {
    add(child.pid);
    const name = readdirSync(lock).find((holder) => holder.startsWith(`${child.pid}-`));
    mkdirSync(`${lock}-copy`);
    writeFileSync(join(`${lock}-copy`, name), "");
  });
  const waitedFor = [];
  const visit = withLock(`${lock}-copy`, { onWait: (pid) => waitedFor.push(pid) }, async () => "in");
  await sleep(50);
  expect(waitedFor).toEqual([child.pid]);
  child.kill();
  expect(await visit).toBe("in");
});

test("a failure gives the lock back", async () => {
  const lock = join(folder, "failed");
  await expect(
    withLock(lock, silent, async () => {
      throw new Error("no network");
    }),
  ).rejects.toThrow("no network");
  expect(existsSync(lock)).toBe(false);
});
