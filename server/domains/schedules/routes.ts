import { z } from "zod";
import { noData, op } from "../../operation.js";
import { CreateScheduleInput, ScheduleOutput, ScheduleParams, UpdateScheduleInput } from "./contract.js";
import { createSchedule } from "./create.js";
import { deleteSchedule } from "./delete.js";
import { findDefaultSchedule, getOwnSchedule } from "./get.js";
import { listSchedules } from "./list.js";
import { updateSchedule } from "./update.js";
import {
  ScheduleOutput20240415,
  scheduleView20240415,
  UpdatedScheduleOutput20240415,
  UpdateScheduleInput20240415,
  updatedScheduleView20240415,
} from "./versions/2024-04-15.js";
import { scheduleView } from "./view.js";

const read = { tag: "Schedules", auth: "required", scope: "SCHEDULE_READ" } as const;
const write = { tag: "Schedules", auth: "required", scope: "SCHEDULE_WRITE" } as const;

export const scheduleRoutes = [
  op("POST", "/v2/schedules", {
    ...write,
    id: "createSchedule",
    summary: "Add a schedule",
    body: CreateScheduleInput,
    run: (ctx, { body }) => createSchedule(ctx, body),
    view: scheduleView,
    response: ScheduleOutput,
    older: {
      "2024-04-15": {
        body: CreateScheduleInput,
        view: (schedule, ctx) => scheduleView20240415(schedule, ctx.now()),
        response: ScheduleOutput20240415,
      },
    },
  }),
  op("GET", "/v2/schedules", {
    ...read,
    id: "listSchedules",
    summary: "List the caller's schedules",
    run: listSchedules,
    view: (schedules) => schedules.map(scheduleView),
    response: z.array(ScheduleOutput),
    older: {
      "2024-04-15": {
        view: (schedules, ctx) => schedules.map((schedule) => scheduleView20240415(schedule, ctx.now())),
        response: z.array(ScheduleOutput20240415),
      },
    },
  }),
  op("GET", "/v2/schedules/default", {
    ...read,
    id: "getDefaultSchedule",
    summary: "Read the caller's default schedule",
    run: findDefaultSchedule,
    view: (schedule) => schedule && scheduleView(schedule),
    response: ScheduleOutput.nullable(),
    older: {
      "2024-04-15": {
        view: (schedule, ctx) => schedule && scheduleView20240415(schedule, ctx.now()),
        response: ScheduleOutput20240415.nullable(),
      },
    },
  }),
  op("GET", "/v2/schedules/{scheduleId}", {
    ...read,
    id: "getSchedule",
    summary: "Read a schedule",
    params: ScheduleParams,
    run: (ctx, { params }) => getOwnSchedule(ctx, params.scheduleId),
    view: scheduleView,
    response: ScheduleOutput,
    older: {
      "2024-04-15": {
        view: (schedule, ctx) => scheduleView20240415(schedule, ctx.now()),
        response: ScheduleOutput20240415,
      },
    },
  }),
  op("PATCH", "/v2/schedules/{scheduleId}", {
    ...write,
    id: "updateSchedule",
    summary: "Change a schedule",
    params: ScheduleParams,
    body: UpdateScheduleInput,
    guard: (ctx, { scheduleId }) => getOwnSchedule(ctx, scheduleId),
    run: (ctx, { params, body }) => updateSchedule(ctx, params.scheduleId, body),
    view: ({ schedule }) => scheduleView(schedule),
    response: ScheduleOutput,
    older: {
      "2024-04-15": {
        body: UpdateScheduleInput20240415,
        view: (updated, ctx) => updatedScheduleView20240415(updated, ctx.now()),
        response: UpdatedScheduleOutput20240415,
      },
    },
  }),
  op("DELETE", "/v2/schedules/{scheduleId}", {
    ...write,
    id: "deleteSchedule",
    summary: "Remove a schedule",
    params: ScheduleParams,
    run: (ctx, { params }) => deleteSchedule(ctx, params.scheduleId),
    view: noData,
  }),
];
