import { describe, expect, test } from "vitest";
import { useHouse } from "../../test/harness/house.js";
import { buildApp } from "./app.js";

const house = useHouse();

describe("503 with Retry-After when the database is lost in the middle of a request", () => {
  test.each([
    [undefined, "Connection terminated unexpectedly"],
    [undefined, "Connection terminated"],
    [undefined, "Connection terminated due to connection timeout"],
    [undefined, "timeout expired"],
    [undefined, "timeout exceeded when trying to connect"],
    [undefined, "Client has encountered a connection error and is not queryable"],
    ["ECONNRESET", "read ECONNRESET"],
    ["ECONNREFUSED", "connect ECONNREFUSED 10.1.2.3:5432"],
    ["57P01", "terminating connection due to administrator command"],
    ["57P03", "the database system is starting up"],
    ["08006", "connection failure"],
    ["40P01", "deadlock detected"],
    ["57014", "canceling statement due to statement timeout"],
  ])("%s %s", async (code, message) => {
    const answer = await failingWith(Object.assign(new Error(message), { code }));
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "2"]);
    expect(answer.json().error.code).toBe("NO_STORE");
    expect(answer.body).not.toContain(message);
  });
});

test("500 for a bug, without its words, its stack or a Retry-After", async () => {
  const answer = await failingWith(new TypeError("undefined is not cal_live_secret at /srv/secret.ts"));
  expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([500, undefined]);
  expect(answer.json()).toEqual({
    status: "error",
    timestamp: expect.any(String),
    path: "/v2/me",
    message: "There was an error, please try again later.",
    error: { code: "INTERNAL_SERVER_ERROR", message: "There was an error, please try again later." },
  });
});

/** The answer of a server whose store throws this. */
async function failingWith(error: Error) {
  const ctx = house.contextOfDoor();
  const db = new Proxy(ctx.store.db, {
    get: () => () => {
      throw error;
    },
  });
  const app = await buildApp({ ctx: { ...ctx, store: { ...ctx.store, db } } });
  const answer = await app.inject({ url: "/v2/me", headers: { authorization: "Bearer cal_live_x" } });
  await app.close();
  return answer;
}
