import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/harness/server-process.js";
import { preparedDump } from "../../test/harness/store.js";
import { backUp, restore } from "./backup.js";
import { openStore } from "./open.js";

describe.runIf(process.env.KALENDS_TEST_STORE !== "postgres")("backup of the embedded store", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  test("what was backed up is there after a restore into another folder", async () => {
    const [from, to, file] = ["from", "to", "backup.tar.gz"].map((name) => `${folder.path}/${name}`) as [
      string,
      string,
      string,
    ];
    const store = await openStore({ directory: from, dumpFile: preparedDump });
    await store.db
      .insertInto("users")
      .values({ username: "ann", email: "ann@example.com", time_zone: "UTC" })
      .execute();
    await expect(backUp(from, file)).rejects.toThrow("is in use by process");
    await expect(openStore({ directory: from })).rejects.toThrow("is in use by process");
    await store.close();
    await backUp(from, file);
    await restore(file, to);
    await expect(restore(file, to)).rejects.toThrow("There is data in");
    const restored = await openStore({ directory: to });
    expect(await restored.db.selectFrom("users").select("username").execute()).toEqual([{ username: "ann" }]);
    await restored.close();
  });

  test("the lock of a dead process is taken over", async () => {
    const directory = `${folder.path}/dead`;
    await (await openStore({ directory, dumpFile: preparedDump })).close();
    await writeFile(`${directory}/lock`, "999999999 1");
    await (await openStore({ directory, dumpFile: preparedDump })).close();
  });
});
