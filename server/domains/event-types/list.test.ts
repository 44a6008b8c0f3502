import { describe, expect, test } from "vitest";
import { operatorKey, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = "2024-06-14";

async function eventType(as: TestUser, slug: string, fields: object = {}): Promise<{ id: number }> {
  const body = { title: slug, slug, lengthInMinutes: 30, ...fields };
  const answer = await house.post("/v2/event-types", body, { as, version });
  expect(answer.status).toBe(201);
  return answer.body.data;
}

async function slugs(query: string, as?: TestUser): Promise<string[]> {
  const answer = await house.get(`/v2/event-types${query}`, { as, version });
  expect(answer.status).toBe(200);
  return answer.body.data.map(({ slug }: { slug: string }) => slug);
}

describe("GET /v2/event-types", () => {
  test("200 lists the caller's own with the hidden ones, in two statements", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    await eventType(ann, "intro");
    await eventType(ann, "secret", { hidden: true });
    await eventType(ben, "other");
    expect(await slugs("", ann)).toEqual(["intro", "secret"]);
    expect(await house.countStatements(() => slugs("", ann))).toBe(2);
  });

  test("200 lists what a user name offers to anybody, in one statement", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    await eventType(ann, "intro");
    await eventType(ann, "secret", { hidden: true });
    const query = `?username=${ann.username}`;
    expect(await slugs(query)).toEqual(["intro"]);
    expect(await slugs(query, ben)).toEqual(["intro"]);
    expect(await slugs(query, ann)).toEqual(["intro", "secret"]);
    expect(await house.countStatements(() => slugs(query))).toBe(1);
  });

  test("200 finds one by its slug, and hidden ones for their owner only", async () => {
    const ann = await house.user();
    await eventType(ann, "intro");
    await eventType(ann, "secret", { hidden: true });
    expect(await slugs(`?username=${ann.username}&eventSlug=intro`)).toEqual(["intro"]);
    expect(await slugs(`?username=${ann.username}&eventSlug=secret`)).toEqual([]);
    expect(await slugs(`?username=${ann.username}&eventSlug=secret`, ann)).toEqual(["secret"]);
  });

  test("200 with an empty list for nobody, unknown names and organizations", async () => {
    const ann = await house.user();
    await eventType(ann, "intro");
    const queries = [
      "",
      "?username=nobody",
      `?username=${ann.username}&eventSlug=no`,
      `?username=${ann.username}&orgId=1`,
    ];
    for (const query of [...queries, `?username=${ann.username}&orgSlug=acme`, "?usernames=nobody"]) {
      expect(await slugs(query), query).toEqual([]);
    }
  });

  test("200 sorts, takes and skips", async () => {
    const ann = await house.user();
    for (const slug of ["a", "b", "c"]) await eventType(ann, slug);
    expect(await slugs("?sortCreatedAt=desc", ann)).toEqual(["c", "b", "a"]);
    expect(await slugs("?sortCreatedAt=asc&take=1&skip=1", ann)).toEqual(["b"]);
    expect(await slugs("?skip=2", ann)).toEqual(["c"]);
  });

  test("200 leaves hidden questions out, whoever asks", async () => {
    const ann = await house.user();
    const hidden = { type: "text", slug: "tag", label: "Tag", required: false, hidden: true };
    await eventType(ann, "intro", { bookingFields: [hidden] });
    const answer = await house.get("/v2/event-types", { as: ann, version });
    const asked = answer.body.data[0].bookingFields.map((field: { slug: string }) => field.slug);
    expect(asked).toEqual(["name", "email", "location", "notes", "guests", "rescheduleReason"]);
  });

  describe("places that are not public", () => {
    const shown = [
      { type: "address", address: "1 Main Street", public: true },
      { type: "link", link: "https://meet.example.com/open", public: true },
    ];
    const kept = [
      { type: "address", address: "7 Home Lane", public: false },
      { type: "link", link: "https://meet.example.com/private", public: false },
      { type: "phone", phone: "+14155552671", public: false },
    ];

    async function locationsFor(ann: TestUser, as?: TestUser | string): Promise<unknown> {
      const answer = await house.get(`/v2/event-types?username=${ann.username}`, { as, version });
      expect(answer.status).toBe(200);
      return answer.body.data[0].locations;
    }

    test("200 tells their owner and the operator where they are, and strangers only of which kind", async () => {
      const [ann, ben] = [await house.user(), await house.user()];
      await eventType(ann, "intro", { locations: [...shown, ...kept] });
      for (const as of [ann, operatorKey]) expect(await locationsFor(ann, as)).toEqual([...shown, ...kept]);
      const told = [
        ...shown,
        { type: "address", address: "", public: false },
        { type: "link", link: "", public: false },
        { type: "phone", phone: "", public: false },
      ];
      for (const as of [ben, undefined]) expect(await locationsFor(ann, as)).toEqual(told);
    });

    test("200 tells strangers nothing of a kind of place that nobody knows but its name", async () => {
      const ann = await house.user();
      const locations = [{ type: "cave", entrance: "behind the waterfall" }];
      const body = { title: "Den", slug: "den", length: 30, locations };
      expect((await house.post("/v2/event-types", body, { as: ann, version: "2024-04-15" })).status).toBe(201);
      expect(await locationsFor(ann)).toEqual([{ type: "unknown", location: '{"type":"cave"}' }]);
      expect(JSON.stringify(await locationsFor(ann, ann))).toContain("waterfall");
    });
  });

  test("200 makes up an event type for people who want to be met together", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const answer = await house.get(`/v2/event-types?usernames=${ben.username},${ann.username}`, { version });
    expect(answer.body.data).toMatchObject([
      {
        id: 0,
        ownerId: 0,
        title: "Group Meeting",
        slug: "dynamic",
        lengthInMinutes: 30,
        lengthInMinutesOptions: [15, 30, 45, 60, 90],
        bookingFields: [],
        users: [{ id: ben.id }, { id: ann.id }],
      },
    ]);
    expect(await slugs(`?usernames=${ann.username},nobody`)).toEqual([]);
  });

  test.each(["sortCreatedAt=up", "take=0", "take=251", "skip=-1", "orgId=x"])("400 for %s", async (query) => {
    expect((await house.get(`/v2/event-types?${query}`, { version })).status).toBe(400);
  });

  test("401 with a bad key, although nobody needs one", async () => {
    expect((await house.get("/v2/event-types", { as: "cal_live_unknown", version })).status).toBe(401);
  });
});
