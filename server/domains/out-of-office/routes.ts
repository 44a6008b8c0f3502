import { z } from "zod";
import { op } from "../../operation.js";
import { callerOf } from "../users/index.js";
import {
  CreateOutOfOfficeEntry,
  OutOfOfficeQuery,
  oooParams,
  UpdateOutOfOfficeEntry,
  UserOooOutput,
} from "./contract.js";
import { createAbsence } from "./create.js";
import { endAbsence } from "./delete.js";
import { checkOwnAbsence } from "./get.js";
import { listAbsences } from "./queries.js";
import { changeAbsence } from "./update.js";
import { absenceView } from "./view.js";

export const outOfOfficeRoutes = [
  op("GET", "/v2/me/ooo", {
    id: "getMyOutOfOffice",
    tag: "Out of office",
    summary: "List the caller's absences",
    auth: "required",
    scope: "SCHEDULE_READ",
    query: OutOfOfficeQuery,
    run: (ctx, { query }) => listAbsences(ctx.store.db, callerOf(ctx).id, query),
    view: (absences) => absences.map(absenceView),
    response: z.array(UserOooOutput),
  }),
  op("POST", "/v2/me/ooo", {
    id: "createMyOutOfOffice",
    tag: "Out of office",
    summary: "Take the caller out of office for whole days",
    auth: "required",
    scope: "SCHEDULE_WRITE",
    body: CreateOutOfOfficeEntry,
    run: (ctx, { body }) => createAbsence(ctx, body),
    view: absenceView,
    response: UserOooOutput,
  }),
  op("PATCH", "/v2/me/ooo/{oooId}", {
    id: "updateMyOutOfOffice",
    tag: "Out of office",
    summary: "Change an absence",
    auth: "required",
    scope: "SCHEDULE_WRITE",
    params: oooParams,
    body: UpdateOutOfOfficeEntry,
    guard: (ctx, { oooId }) => checkOwnAbsence(ctx, oooId),
    run: (ctx, { params, body }) => changeAbsence(ctx, params.oooId, body),
    view: absenceView,
    response: UserOooOutput,
  }),
  op("DELETE", "/v2/me/ooo/{oooId}", {
    id: "deleteMyOutOfOffice",
    tag: "Out of office",
    summary: "End an absence",
    auth: "required",
    scope: "SCHEDULE_WRITE",
    params: oooParams,
    run: (ctx, { params }) => endAbsence(ctx, params.oooId),
    view: absenceView,
    response: UserOooOutput,
  }),
];
