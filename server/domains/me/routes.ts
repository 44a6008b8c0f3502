import { op } from "../../operation.js";
import { callerOf } from "../users/index.js";
import { MeOutput, UpdateMeInput } from "./contract.js";
import { updateMe } from "./update.js";
import { meView } from "./view.js";

export const meRoutes = [
  op("GET", "/v2/me", {
    id: "getMe",
    tag: "Me",
    summary: "Read the caller's account",
    auth: "required",
    scope: "PROFILE_READ",
    run: async (ctx) => callerOf(ctx),
    view: meView,
    response: MeOutput,
  }),
  op("PATCH", "/v2/me", {
    id: "updateMe",
    tag: "Me",
    summary: "Change the caller's account",
    auth: "required",
    scope: "PROFILE_WRITE",
    body: UpdateMeInput,
    run: (ctx, { body }) => updateMe(ctx, body),
    view: meView,
    response: MeOutput,
  }),
];
