import { describe, expect, test } from "vitest";
import { scheduleView20240415, UpdateScheduleInput20240415, updatedScheduleView20240415 } from "./2024-04-15.js";

const schedule = {
  id: 514,
  ownerId: 399,
  name: "Old",
  timeZone: "Europe/Rome",
  isDefault: true,
  isOnlyOne: false,
  weekly: [
    { id: 580, days: [1, 2], startMinute: 540, endMinute: 1020 },
    { id: 581, days: [2], startMinute: 1200, endMinute: 1439 },
    { id: 582, days: [6], startMinute: 1020, endMinute: 540 },
  ],
  overrides: [
    { id: 583, date: "2026-12-24", startMinute: 600, endMinute: 660 },
    { id: 584, date: "2026-11-22", startMinute: 0, endMinute: 0 },
    { id: 585, date: "2026-11-21", startMinute: 0, endMinute: 0 },
    { id: 586, date: "2026-12-24", startMinute: 720, endMinute: 780 },
  ],
};
const now = Date.parse("2026-11-22T07:00:00Z");
const row = { userId: 399, eventTypeId: null, scheduleId: 514 };
const rows = [
  {
    id: 580,
    ...row,
    days: [1, 2],
    startTime: "1970-01-01T09:00:00.000Z",
    endTime: "1970-01-01T17:00:00.000Z",
    date: null,
  },
  {
    id: 581,
    ...row,
    days: [2],
    startTime: "1970-01-01T20:00:00.000Z",
    endTime: "1970-01-01T23:59:00.000Z",
    date: null,
  },
  {
    id: 582,
    ...row,
    days: [6],
    startTime: "1970-01-01T17:00:00.000Z",
    endTime: "1970-01-01T09:00:00.000Z",
    date: null,
  },
  {
    id: 583,
    ...row,
    days: [],
    startTime: "1970-01-01T10:00:00.000Z",
    endTime: "1970-01-01T11:00:00.000Z",
    date: "2026-12-24T00:00:00.000Z",
  },
  {
    id: 584,
    ...row,
    days: [],
    startTime: "1970-01-01T00:00:00.000Z",
    endTime: "1970-01-01T00:00:00.000Z",
    date: "2026-11-22T00:00:00.000Z",
  },
  {
    id: 585,
    ...row,
    days: [],
    startTime: "1970-01-01T00:00:00.000Z",
    endTime: "1970-01-01T00:00:00.000Z",
    date: "2026-11-21T00:00:00.000Z",
  },
  {
    id: 586,
    ...row,
    days: [],
    startTime: "1970-01-01T12:00:00.000Z",
    endTime: "1970-01-01T13:00:00.000Z",
    date: "2026-12-24T00:00:00.000Z",
  },
];
const week = [
  [],
  [{ start: "2026-11-22T09:00:00.000Z", end: "2026-11-22T17:00:00.000Z" }],
  [
    { start: "2026-11-22T09:00:00.000Z", end: "2026-11-22T17:00:00.000Z" },
    { start: "2026-11-22T20:00:00.000Z", end: "2026-11-22T23:59:59.999Z" },
  ],
  [],
  [],
  [],
  [{ start: "2026-11-22T17:00:00.000Z", end: "2026-11-22T09:00:00.000Z" }],
];

describe("what 2024-04-15 writes", () => {
  test("hours in minutes, as rows and as a week drawn on today; overrides from today on, by date", () => {
    expect(scheduleView20240415(schedule, now)).toEqual({
      id: 514,
      name: "Old",
      isManaged: false,
      workingHours: [
        { days: [1, 2], startTime: 540, endTime: 1020, userId: 399 },
        { days: [2], startTime: 1200, endTime: 1439, userId: 399 },
      ],
      schedule: rows,
      availability: week,
      timeZone: "Europe/Rome",
      dateOverrides: [
        { ranges: [{ start: "2026-11-22T00:00:00.000Z", end: "2026-11-22T00:00:00.000Z" }] },
        {
          ranges: [
            { start: "2026-12-24T10:00:00.000Z", end: "2026-12-24T11:00:00.000Z" },
            { start: "2026-12-24T12:00:00.000Z", end: "2026-12-24T13:00:00.000Z" },
          ],
        },
      ],
      isDefault: true,
      isLastSchedule: false,
      readOnly: false,
      userId: 399,
    });
  });

  test("another shape after a change, with the defaults before and after and the event types that use it", () => {
    const eventTypes = [
      { id: 7, customName: null },
      { id: 9, customName: "Talk" },
    ];
    const updated = { schedule, previousDefaultId: 508, currentDefaultId: 514, eventTypes };
    expect(updatedScheduleView20240415(updated, now)).toEqual({
      schedule: {
        id: 514,
        userId: 399,
        name: "Old",
        timeZone: "Europe/Rome",
        eventType: [
          { id: 7, eventName: null },
          { id: 9, eventName: "Talk" },
        ],
        availability: rows,
      },
      availability: week,
      timeZone: "Europe/Rome",
      isDefault: true,
      prevDefaultId: 508,
      currentDefaultId: 514,
    });
  });
});

describe("what 2024-04-15 reads in a change", () => {
  const nine = { start: "2022-01-01T09:00:00.000Z", end: "2022-01-02T12:00:00.000Z" };

  test("seven lists of timestamps, Sunday first: the UTC clock counts, equal days share a rule", () => {
    const evening = { start: "2022-01-01T20:00:00+02:00", end: "2022-01-01T23:59:59.999Z" };
    const wire = { schedule: [[], [nine], [nine, evening], [], [], [], []] };
    expect(UpdateScheduleInput20240415.parse(wire)).toEqual({
      weekly: [
        { days: [1, 2], startMinute: 540, endMinute: 720 },
        { days: [2], startMinute: 1080, endMinute: 1439 },
      ],
    });
  });

  test("date overrides as pairs of timestamps, or by their date", () => {
    const dateOverrides = [
      { start: "2026-12-20T10:00:00.000Z", end: "2026-12-20T11:00:00.000Z" },
      { date: "2026-12-24", startTime: "10:00", endTime: "12:00" },
      { date: "2026-12-25", startTime: null, endTime: null },
      { date: "2026-12-26" },
    ];
    expect(UpdateScheduleInput20240415.parse({ dateOverrides })).toEqual({
      overrides: [
        { date: "2026-12-20", startMinute: 600, endMinute: 660 },
        { date: "2026-12-24", startMinute: 600, endMinute: 720 },
        { date: "2026-12-25", startMinute: 0, endMinute: 0 },
        { date: "2026-12-26", startMinute: 0, endMinute: 0 },
      ],
    });
  });

  test("nothing of what is absent", () => {
    expect(UpdateScheduleInput20240415.parse({ name: "New", foo: 1 })).toEqual({ name: "New" });
  });
});
