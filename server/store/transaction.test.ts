import { sql } from "kysely";
import { expect, test } from "vitest";
import { testStore } from "../../test/harness/store.js";
import { endWith } from "./transaction.js";

const names = async (): Promise<string[]> => {
  const rows = await sql<{ name: string }>`select name from pipeline_probe order by name`.execute(
    (await testStore()).db,
  );
  return rows.rows.map(({ name }) => name);
};

const insert = (name: string) => sql<{ name: string }>`insert into pipeline_probe values (${name}) returning name`;

test("statements of a transaction run in the order in which they were made, and COMMIT after the last", async () => {
  const store = await testStore();
  await sql`create table if not exists pipeline_probe (name text primary key)`.execute(store.db);
  try {
    const seen = await store.transaction(async (tx) => {
      const counts = await Promise.all([
        insert("a").execute(tx),
        sql<{ count: number }>`select count(*)::int from pipeline_probe`.execute(tx),
        insert("b").execute(tx),
      ]);
      return endWith(
        insert("c")
          .execute(tx)
          .then(({ rows }) => [counts[1].rows[0]?.count, rows[0]?.name]),
      );
    });
    expect(seen).toEqual([1, "c"]);
    expect(await names()).toEqual(["a", "b", "c"]);

    const broken = store.transaction(async (tx) => {
      await insert("d").execute(tx);
      return endWith(insert("a").execute(tx));
    });
    await expect(broken).rejects.toMatchObject({ code: "23505" });
    const refused = store.transaction(async (tx) => {
      await insert("e").execute(tx);
      throw new Error("no");
    });
    await expect(refused).rejects.toThrow("no");
    expect(await names()).toEqual(["a", "b", "c"]);
  } finally {
    await sql`drop table pipeline_probe`.execute(store.db);
  }
});
