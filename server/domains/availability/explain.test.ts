import { describe, expect, test } from "vitest";
import { away } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();

async function eventType(as: TestUser, fields: Record<string, unknown> = {}): Promise<number> {
  const body = { title: "Meeting", slug: "meeting", lengthInMinutes: 60, minimumBookingNotice: 0, ...fields };
  const answer = await house.post("/v2/event-types", body, { as, version: "2024-06-14" });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.data.id;
}

const explained = async (params: string, as?: TestUser) => {
  const answer = await house.get(`/v2/slots?${params}&explain=true`, { as, version: "2024-09-04" });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

const between = (from: string, to: string) => `start=2026-11-30T${from}:00Z&end=2026-11-30T${to}:00Z`;
const at = (time: string) => `2026-11-30T${time}:00.000Z`;

describe("GET /v2/slots with explain", () => {
  test("200 tells the owner every reason with the booking, and a stranger only what a slot list tells", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const eventTypeId = await eventType(ann, { beforeEventBuffer: 15 });
    const attendee = { name: "Cy", email: "cy@example.com", timeZone: "UTC" };
    const body = { eventTypeId, start: at("11:00"), attendee };
    const { uid } = (await house.post("/v2/bookings", body, { version: "2024-08-13" })).body.data;
    await house.events();
    const query = `eventTypeId=${eventTypeId}&${between("08:00", "13:00")}`;
    const { data, explanation } = await explained(query, ann);
    expect(data["2026-11-30"]).toEqual([{ start: at("09:00") }]);
    const [host] = explanation.hosts;
    expect(host.userId).toBe(ann.id);
    expect(host.removed).toContainEqual({ rule: "schedule", start: at("08:00"), end: at("09:00") });
    expect(host.removed).toContainEqual({ rule: "booking", start: at("11:00"), end: at("12:00"), bookingUid: uid });
    expect(host.removed).toContainEqual({ rule: "buffer", start: at("12:00"), end: at("12:15"), bookingUid: uid });
    for (const caller of [ben, undefined]) {
      const told = await explained(query, caller);
      expect(told.data).toEqual(data);
      const { removed } = told.explanation.hosts[0];
      expect(new Set(removed.map(({ rule }: { rule: string }) => rule))).toEqual(new Set(["schedule", "busy", "grid"]));
      expect(removed).toContainEqual({ rule: "busy", start: at("10:45"), end: at("12:15") });
      expect(JSON.stringify(told.explanation)).not.toContain(uid);
    }
  });

  test("200 calls days off and days away busy before strangers", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const eventTypeId = await eventType(ann);
    await away(house, ann, { start: "2026-12-01T00:00:00Z", end: "2026-12-01T00:00:00Z" });
    const query = `eventTypeId=${eventTypeId}&start=2026-12-01&end=2026-12-01`;
    const rules = async (as: TestUser) => {
      const { explanation } = await explained(query, as);
      return explanation.hosts[0].removed.map(({ rule }: { rule: string }) => rule);
    };
    expect(await rules(ann)).toContain("out-of-office");
    expect(await rules(ben)).not.toContain("out-of-office");
    expect(await rules(ben)).toContain("busy");
  });

  test("200 tells the members of a group about themselves, and of the others all together", async () => {
    const [ann, ben, cat] = [await house.user(), await house.user(), await house.user()];
    const names = [ann, ben, cat].map(({ username }) => username).join(",");
    const query = `usernames=${names}&${between("08:00", "10:00")}`;
    const hosts = async (as?: TestUser) =>
      (await explained(query, as)).explanation.hosts.map(({ userId }: { userId: number | null }) => userId);
    expect(await hosts(ann)).toEqual([ann.id, null]);
    expect(await hosts()).toEqual([null]);
  });

  test("200 with the first slots only, and without an explanation unless asked", async () => {
    const ann = await house.user();
    const eventTypeId = await eventType(ann);
    const query = `eventTypeId=${eventTypeId}&${between("08:00", "13:00")}&limit=2`;
    expect((await explained(query)).data["2026-11-30"]).toHaveLength(2);
    const plain = await house.get(`/v2/slots?${query}&explain=false`);
    expect(Object.keys(plain.body)).toEqual(["status", "data"]);
  });
});
