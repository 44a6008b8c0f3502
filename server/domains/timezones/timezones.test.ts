import { describe, expect, test } from "vitest";
import { useHouse } from "../../../test/harness/house.js";
import { normalizeZoneName } from "../../core/time/index.js";

const house = useHouse();

describe("GET /v2/timezones", () => {
  test("200 for anybody, without a statement: each zone of a place once, with its city", async () => {
    const statements = await house.countStatements(async () => {
      const { status, body } = await house.get("/v2/timezones");
      expect(status).toBe(200);
      expect(body.data).toContainEqual({ city: "New York", timezone: "America/New_York", pop: 0 });
      expect(body.data).toContainEqual({ city: "Buenos Aires", timezone: "America/Argentina/Buenos_Aires", pop: 0 });
      expect(body.data).toContainEqual({ city: "Kolkata", timezone: "Asia/Kolkata", pop: 0 });
      expect(body.data).toContainEqual({ city: "UTC", timezone: "UTC", pop: 0 });
      const names = body.data.map(({ timezone }: { timezone: string }) => timezone);
      expect(new Set(names).size).toBe(names.length);
      expect(names.every((name: string) => normalizeZoneName(name) === name)).toBe(true);
    });
    expect(statements).toBe(0);
  });
});
