import { describe, expect, test } from "vitest";
import { booking, facts, host, hours, offered, query } from "../../../test/engine/build.js";
import type { HostFacts, SlotQuery } from "./index.js";

const monday = "2027-06-07";
const works = (range: string, rest: Partial<HostFacts> = {}) => host(hours("UTC", `0-6 ${range}`), rest);

function left(hosts: HostFacts[], asked: Partial<SlotQuery> = {}): string | undefined {
  return offered(facts({ scheduling: "roundRobin" }, hosts), query(monday, monday, asked))[monday];
}

describe("who must be free", () => {
  test("fixed hosts without common time leave nothing, whoever rotates", () => {
    const fixed = [works("09:00-10:00", { isFixed: true }), works("14:00-15:00", { isFixed: true })];
    expect(left([...fixed, works("09:00-17:00")])).toBeUndefined();
  });

  test("a slot must fit into the time of one rotating host", () => {
    expect(left([works("09:00-10:30"), works("10:30-12:00")])).toBe("09 11");
  });

  test("one host of every group", () => {
    const sales = [works("09:00-11:00", { group: "sales" }), works("13:00-15:00", { group: "sales" })];
    const support = [works("10:00-14:00", { group: "support" })];
    expect(left([...sales, ...support])).toBe("10 13");
  });

  test("a host who is not mandatory is fixed all the same outside round robin", () => {
    const both = [works("09:00-11:00"), works("10:00-12:00")];
    expect(offered(facts({ scheduling: "collective" }, both), query(monday))).toEqual({ [monday]: "10" });
    expect(offered(facts({ scheduling: "dynamic" }, both), query(monday))).toEqual({ [monday]: "10" });
  });

  test("a managed parent, or nobody, offers nothing", () => {
    expect(offered(facts({ scheduling: "managed" }, [works("09:00-11:00")]), query(monday))).toEqual({});
    expect(offered(facts({}, []), query(monday))).toEqual({});
  });
});

describe("who may rotate", () => {
  const team = () => [
    works("09:00-10:00", { id: 1 }),
    works("11:00-12:00", { id: 2 }),
    works("13:00-14:00", { id: 3 }),
  ];

  test.each([
    ["everybody", null, "09 11 13"],
    ["a subset", [1, 3], "09 13"],
    ["a subset without a single host is no subset", [8, 9], "09 11 13"],
  ])("%s", (_story, rotatingHostIds, expected) => expect(left(team(), { rotatingHostIds })).toBe(expected));

  test("a subset does not dispense with fixed hosts", () => {
    const fixed = works("09:00-13:30", { id: 4, isFixed: true });
    expect(left([...team(), fixed], { rotatingHostIds: [1, 3] })).toBe("09");
  });

  test("a contact owner rotates alone", () => {
    expect(left(team(), { contactHostId: 2 })).toBe("11");
  });

  test("… unless that leaves nothing within two weeks", () => {
    const busy = [booking("2027-06-01", "2027-06-21T12:00Z")];
    const hosts = [works("09:00-10:00", { id: 1 }), works("11:00-12:00", { id: 2, bookings: busy })];
    const asked = query(monday, "2027-07-07", { contactHostId: 2 });
    expect(offered(facts({ scheduling: "roundRobin" }, hosts), asked)["2027-06-30"]).toBe("09 11");
    const lessBusy = hosts.map((one) => ({
      ...one,
      bookings: one.bookings.map((b) => ({ ...b, endsAt: b.endsAt - 2 * 86_400_000 })),
    }));
    expect(offered(facts({ scheduling: "roundRobin" }, lessBusy), asked)["2027-06-30"]).toBe("11");
  });
});

test("a traveller's default schedule moves along, date by date", () => {
  const travel = [{ startDate: "2027-06-08", endDate: "2027-06-09", zone: "America/New_York" }];
  const traveller = host({ ...hours("UTC", "0-6 09:00-11:00"), travel });
  expect(offered(facts({}, [traveller]), query(monday, "2027-06-10"))).toEqual({
    "2027-06-07": "09 10",
    "2027-06-08": "13 14",
    "2027-06-09": "13 14",
    "2027-06-10": "09 10",
  });
});

test("only the first slot of each of the booker's dates", () => {
  const settings = { onlyShowFirstAvailableSlot: true };
  const asked = query(monday, "2027-06-08", { zone: "Asia/Kolkata" });
  const hidden = { startsAt: query(monday).from + 9 * 3_600_000, endsAt: query(monday).from + 10 * 3_600_000 };
  const holds = [{ ...hidden, isSeat: false, isOwnEventType: true }];
  expect(offered(facts(settings, [works("09:00-12:00")], { holds }), asked)).toEqual({
    "2027-06-07": "16",
    "2027-06-08": "15",
  });
});
