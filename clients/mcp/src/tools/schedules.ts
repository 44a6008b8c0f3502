import { z } from "zod";
import { recordOf } from "../api.js";
import { Misuse, reads, sets, tool } from "../tool.js";
import { listOf, textOf, timeZone, versions } from "./wire.js";

const version = versions.schedules;
const Hours = z.object({ days: z.array(z.string()), startTime: z.string(), endTime: z.string() });
const Override = z.object({ date: z.string(), startTime: z.string(), endTime: z.string() });

const ScheduleView = z.object({
  id: z.number(),
  name: z.string(),
  timeZone: z.string(),
  isDefault: z.boolean(),
  availability: z.array(Hours),
  overrides: z.array(Override),
});

export const listSchedules = tool({
  name: "list_schedules",
  title: "List schedules",
  description: "The caller's working hours, on the wall clock of each schedule's zone.",
  input: z.strictObject({}),
  output: z.object({ schedules: z.array(ScheduleView) }),
  annotations: reads,
  uses: ["listSchedules"],
  run: async (api) => {
    const { data } = await api({ method: "GET", path: "/schedules", version });
    return { schedules: listOf(data).map(scheduleView) };
  },
});

export const saveSchedule = tool({
  name: "save_schedule",
  title: "Make or change a schedule",
  description:
    'Makes a schedule, or with scheduleId changes one; availability and overrides are replaced as a whole. {"days":["Monday"],"startTime":"09:00","endTime":"17:00"}; an override from 00:00 to 00:00 is a day off.',
  input: z.strictObject({
    scheduleId: z.int().positive().optional(),
    name: z.string().optional(),
    timeZone: timeZone.optional(),
    isDefault: z.boolean().optional(),
    availability: z.array(Hours).optional(),
    overrides: z.array(Override).optional(),
  }),
  output: ScheduleView,
  annotations: sets,
  uses: ["createSchedule", "updateSchedule"],
  run: async (api, { scheduleId, ...body }) => {
    if (scheduleId !== undefined) {
      return scheduleView((await api({ method: "PATCH", path: `/schedules/${scheduleId}`, version, body })).data);
    }
    if (!(body.name && body.timeZone)) throw new Misuse("A new schedule needs name and timeZone.");
    const isDefault = body.isDefault ?? false;
    return scheduleView(
      (await api({ method: "POST", path: "/schedules", version, body: { ...body, isDefault } })).data,
    );
  },
});

function scheduleView(schedule: unknown): z.output<typeof ScheduleView> {
  const { id, isDefault, availability, overrides } = recordOf(schedule);
  const text = (value: unknown, name: string): string => textOf(value, name) ?? "";
  const times = (value: unknown) => ({ startTime: text(value, "startTime"), endTime: text(value, "endTime") });
  return {
    id: Number(id),
    name: text(schedule, "name"),
    timeZone: text(schedule, "timeZone"),
    isDefault: isDefault === true,
    availability: listOf(availability).map((hours) => ({
      days: listOf(recordOf(hours).days).map(String),
      ...times(hours),
    })),
    overrides: listOf(overrides).map((override) => ({ date: text(override, "date"), ...times(override) })),
  };
}
