import { describe, expect, test } from "vitest";
import { useHouse } from "../../test/harness/house.js";

const house = useHouse();
const own = "http://localhost:3000";

const linksOf = (text: string): string[] => [...text.matchAll(/\]\((http[^)#]+)/g)].map(([, link]) => link ?? "");

describe("GET /skill.md", () => {
  test("200 the skill with this server's address, and every link leads somewhere", async () => {
    const { status, body, headers } = await house.get("/skill.md");
    expect([status, headers["content-type"]]).toEqual([200, "text/markdown; charset=utf-8"]);
    expect(body).toContain(`Base URL: \`${own}/v2\``);
    expect(body).not.toContain("https://api.cal.com");
    const links = linksOf(body);
    expect(links).toContain(`${own}/skill/references/bookings.md`);
    for (const link of links) expect([link, (await house.get(link.replace(own, ""))).status]).toEqual([link, 200]);
  });
});

describe("GET /skill/*", () => {
  test("200 a reference, whose links are made from its own place", async () => {
    const { status, body } = await house.get("/skill/references/authentication.md");
    expect([status, linksOf(body)]).toEqual([200, [`${own}/skill/references/webhooks.md`]]);
    expect((await house.get("/skill/SKILL.zh-CN.md")).status).toBe(200);
  });

  test("404 for what is no page of the skill", async () => {
    for (const path of ["/skill/none.md", "/skill/../package.json", "/skill/..%2F..%2Fpackage.json"]) {
      expect([path, (await house.get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe("GET /llms.txt", () => {
  test("200 an index of what an agent may read", async () => {
    const { status, body, headers } = await house.get("/llms.txt");
    expect([status, headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(body).toMatch(/^# Kalends\n\n> /);
    expect(linksOf(body)).toEqual(expect.arrayContaining([`${own}/skill.md`, `${own}/docs/json`]));
    for (const link of linksOf(body).filter((link) => !link.endsWith("/mcp"))) {
      expect([link, (await house.get(link.replace(own, ""))).status]).toEqual([link, 200]);
    }
  });
});
