import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import type { Db, Tx } from "../../server/store/store.js";
import { booked } from "../harness/fixtures.js";
import { type TestUser, useHouse } from "../harness/house.js";

/** Somebody gets an address in the very moment in which it is invited elsewhere. */
describe("an address that is taken and invited at once", () => {
  const house = useHouse();
  const address = "New@example.com";
  let ann: TestUser;
  let uid: string;
  let steps: string[];

  beforeEach(async () => {
    ann = await house.user();
    uid = await booked(house, await house.user(), "2026-11-30T10:00:00Z");
    steps = [];
  });

  const take = (tx: Tx) => sql`update users set email = ${address} where id = ${ann.id}`.execute(tx);
  const invite = (tx: Tx) =>
    sql`insert into attendees (booking_id, name, email, time_zone, locale)
      select id, 'New', ${address.toLowerCase()}, 'UTC', 'en' from bookings where uid = ${uid}`.execute(tx);

  const tokenOf = async (db: Db): Promise<string> => {
    const { rows } = await sql<{ revision: string }>`
      select revision from user_revisions where user_id = ${ann.id}`.execute(db);
    return rows[0]?.revision ?? "";
  };

  /** Does the second thing while the first is done and not committed. The token that the second one met. */
  async function during(first: (tx: Tx) => Promise<unknown>, second: (tx: Tx) => Promise<unknown>): Promise<string> {
    let commit = (): void => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const done = new Promise<void>((resolve) => {
      void house.store.transaction(async (tx) => {
        await first(tx);
        steps.push("first done");
        resolve();
        await held;
        steps.push("first commits");
      });
    });
    await done;
    const later = house.store.transaction(async (tx) => {
      await second(tx);
      steps.push("second done");
      return tokenOf(tx);
    });
    await wait(200);
    commit();
    return later;
  }

  test.each([
    ["invited first", invite, take],
    ["taken first", take, invite],
  ])("%s: the other waits for the commit, and the token is renewed with it", async (_, first, second) => {
    const met = await during(first, second);
    expect(steps).toEqual(["first done", "first commits", "second done"]);
    expect(await tokenOf(house.store.db)).not.toBe(met);
  });
});
