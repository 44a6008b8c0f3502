import { op } from "../../operation.js";
import { listManySlots } from "./bulk.js";
import { BulkSlotsInput, BulkSlotsOutput, SlotsOutput, SlotsQuery, type SlotsRequest } from "./contract.js";
import { listSlots } from "./list.js";
import {
  LegacySlotsOutput,
  LegacySlotsQuery,
  legacySlotsView,
  legacySlotsViewWithSeats,
} from "./versions/2024-04-15.js";
import { besideSlots, bulkView, type SlotsAnswer, slotsJson } from "./view.js";

export const slotRoutes = [
  op("GET", "/v2/slots", {
    id: "getSlots",
    tag: "Slots",
    summary: "Find the times that can be booked",
    auth: "optional",
    scope: "open",
    problems: "sentence",
    query: SlotsQuery,
    run: (ctx, { query }) => listSlots(ctx, query),
    view: slotsJson,
    response: SlotsOutput,
    beside: besideSlots,
    older: {
      "2024-04-15": {
        query: LegacySlotsQuery,
        view: legacySlotsViewWithSeats,
        response: LegacySlotsOutput,
      },
    },
  }),
  op<unknown, SlotsRequest, unknown, SlotsAnswer>("GET", "/v2/slots/available", {
    id: "getAvailableSlots",
    tag: "Slots",
    summary: "Find the times that can be booked, in the form of 2024-04-15",
    auth: "optional",
    scope: "open",
    query: LegacySlotsQuery,
    run: (ctx, { query, cookies }) => listSlots(ctx, query, cookies.uid),
    view: legacySlotsView,
    response: LegacySlotsOutput,
  }),
  op("POST", "/v2/slots/bulk", {
    id: "getManySlots",
    tag: "Slots",
    summary: "Find the times of up to 50 queries at once",
    auth: "optional",
    scope: "open",
    status: 200,
    body: BulkSlotsInput,
    run: (ctx, { body }) => listManySlots(ctx, body),
    view: bulkView,
    response: BulkSlotsOutput,
  }),
];
