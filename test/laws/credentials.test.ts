import { describe, expect, test } from "vitest";
import { operations } from "../../server/http/routes.js";
import type { Operation } from "../../server/operation.js";
import { type Answer, type RequestOptions, useHouse } from "../harness/house.js";

const house = useHouse();
const titled = (rows: readonly Operation[]) => rows.map((row) => [`${row.method} ${row.path}`, row] as const);
const guarded = operations.filter(({ auth }) => auth !== "none" && auth !== "optional");
const looking = operations.filter(({ auth }) => auth !== "none");

/** Nothing in the request matters: who may not call learns nothing of what is there. */
const call = ({ method, path }: Operation, options?: RequestOptions): Promise<Answer> =>
  house.request(method, path.replace(/\{\w+\}/g, "1"), method === "GET" ? undefined : {}, options);

describe("401 without credentials", () => {
  test.each(titled(guarded))("401 for %s", async (_, row) => {
    const { status, body } = await call(row);
    expect([status, body.error?.code]).toEqual([401, "UnauthorizedException"]);
  });
});

describe("401 with a bad key, also where none is needed", () => {
  test.each(titled(looking))("401 for %s", async (_, row) => {
    const { status, body } = await call(row, { as: "cal_live_00000000000000000000000000000bad" });
    expect([status, body.error?.code]).toEqual([401, "UnauthorizedException"]);
  });
});
