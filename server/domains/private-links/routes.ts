import { z } from "zod";
import { op } from "../../operation.js";
import { getOwnEventType } from "../event-types/index.js";
import {
  CreatePrivateLinkInput,
  DeletedPrivateLink,
  ofEventType,
  ofLink,
  PrivateLinkOutput,
  UpdatePrivateLinkBody,
} from "./contract.js";
import { createPrivateLink } from "./create.js";
import { deletePrivateLink } from "./delete.js";
import { listPrivateLinks } from "./list.js";
import { updatePrivateLink } from "./update.js";
import { deletedPrivateLinkView, privateLinkListView, privateLinkView } from "./view.js";

const common = { tag: "Event Types Private Links", auth: "required" } as const;

export const privateLinkRoutes = [
  op("POST", "/v2/event-types/{eventTypeId}/private-links", {
    ...common,
    id: "createPrivateLink",
    summary: "Make a link to an event type, for some bookings or until a time",
    scope: "EVENT_TYPE_WRITE",
    params: ofEventType,
    body: CreatePrivateLinkInput,
    guard: (ctx, { eventTypeId }) => getOwnEventType(ctx, eventTypeId),
    run: (ctx, { params, body }) => createPrivateLink(ctx, params.eventTypeId, body),
    view: privateLinkView,
    response: PrivateLinkOutput,
  }),
  op("GET", "/v2/event-types/{eventTypeId}/private-links", {
    ...common,
    id: "listPrivateLinks",
    summary: "List the links to an event type, oldest first",
    scope: "EVENT_TYPE_READ",
    params: ofEventType,
    run: (ctx, { params }) => listPrivateLinks(ctx, params.eventTypeId),
    view: privateLinkListView,
    response: z.array(PrivateLinkOutput),
  }),
  op("PATCH", "/v2/event-types/{eventTypeId}/private-links/{linkId}", {
    ...common,
    id: "updatePrivateLink",
    summary: "Give a link to an event type another end",
    scope: "EVENT_TYPE_WRITE",
    params: ofLink,
    body: UpdatePrivateLinkBody,
    guard: (ctx, params) => updatePrivateLink(ctx, params, {}),
    run: (ctx, { params, body }) => updatePrivateLink(ctx, params, body),
    view: privateLinkView,
    response: PrivateLinkOutput,
  }),
  op("DELETE", "/v2/event-types/{eventTypeId}/private-links/{linkId}", {
    ...common,
    id: "deletePrivateLink",
    summary: "Make a link to an event type lead nowhere",
    scope: "EVENT_TYPE_WRITE",
    params: ofLink,
    run: (ctx, { params }) => deletePrivateLink(ctx, params),
    view: deletedPrivateLinkView,
    response: DeletedPrivateLink,
  }),
];
