import { z } from "zod";
import { noData, op } from "../../operation.js";
import { GetReservedSlotOutput, type HoldRequest, ReserveSlotInput, ReserveSlotOutput, uidParam } from "./contract.js";
import { findHoldByUid } from "./get.js";
import type { PlacedHold } from "./hold.js";
import { checkHold, moveHold, placeHold } from "./place.js";
import { releaseHolds } from "./release.js";
import { selectSlot } from "./select.js";
import { LooseReserveInput, LooseReserveOutput, looseHoldView, SelectSlotInput } from "./versions/2024-04-15.js";
import { holdView, placedHoldView } from "./view.js";

const withoutVersion = {
  "2024-04-15": { body: LooseReserveInput, view: looseHoldView, response: LooseReserveOutput },
};

export const holdRoutes = [
  op<unknown, unknown, HoldRequest, PlacedHold>("POST", "/v2/slots/reservations", {
    id: "reserveSlot",
    tag: "Slots",
    summary: "Hold a time for a few minutes",
    auth: "optional",
    scope: "open",
    body: ReserveSlotInput,
    run: (ctx, { body }) => placeHold(ctx, body),
    view: placedHoldView,
    response: ReserveSlotOutput,
    older: withoutVersion,
  }),
  op("GET", "/v2/slots/reservations/{uid}", {
    id: "getReservedSlot",
    tag: "Slots",
    summary: "Read a hold",
    auth: "none",
    scope: "open",
    params: uidParam,
    run: (ctx, { params }) => findHoldByUid(ctx, params.uid),
    view: holdView,
    response: GetReservedSlotOutput,
  }),
  op<{ uid: string }, unknown, HoldRequest, PlacedHold>("PATCH", "/v2/slots/reservations/{uid}", {
    id: "updateReservedSlot",
    tag: "Slots",
    summary: "Move or renew a hold",
    auth: "optional",
    scope: "open",
    params: uidParam,
    body: ReserveSlotInput,
    guard: (ctx, { uid }) => checkHold(ctx.store.db, uid),
    run: (ctx, { params, body }) => moveHold(ctx, params.uid, body),
    view: placedHoldView,
    response: ReserveSlotOutput,
    older: withoutVersion,
  }),
  op("DELETE", "/v2/slots/reservations/{uid}", {
    id: "deleteReservedSlot",
    tag: "Slots",
    summary: "Give back a hold",
    auth: "none",
    scope: "open",
    params: uidParam,
    run: (ctx, { params }) => releaseHolds(ctx, params.uid),
    view: noData,
  }),
  op("POST", "/v2/slots/reserve", {
    id: "selectSlot",
    tag: "Slots",
    summary: "Hold a time, in the form of 2024-04-15",
    auth: "optional",
    scope: "open",
    body: SelectSlotInput,
    run: (ctx, { body, cookies }) => selectSlot(ctx, body, cookies.uid),
    view: (uid) => uid,
    response: z.string(),
    headers: (uid) => ({ "set-cookie": `uid=${uid}; Path=/` }),
  }),
  op("DELETE", "/v2/slots/selected-slot", {
    id: "deleteSelectedSlot",
    tag: "Slots",
    summary: "Give back what a uid holds, in the form of 2024-04-15",
    auth: "none",
    scope: "open",
    query: z.object({ uid: z.string().optional() }),
    run: (ctx, { query, cookies }) => releaseHolds(ctx, cookies.uid ?? query.uid),
    view: noData,
  }),
];
