import { z } from "zod";
import type { Context } from "../../context.js";
import { type Operation, op } from "../../operation.js";
import { CursorPage, cursorPage, takeSkip } from "../../wire.js";
import {
  DeliveriesQuery,
  DeliveryOutput,
  DeliveryStoryOutput,
  ReplayedOutput,
  ReplayInput,
} from "./contract/deliveries.js";
import { CreateWebhookInput, UpdateWebhookInput } from "./contract.js";
import { createWebhook } from "./create.js";
import { removeWebhook, removeWebhooks } from "./delete.js";
import { getWebhook } from "./get.js";
import { getDelivery, listLog } from "./list-deliveries.js";
import { account, eventType, type Level } from "./owners.js";
import { listWebhooks } from "./queries.js";
import { redeliver } from "./redeliver.js";
import { replay } from "./replay.js";
import { changeWebhook } from "./update.js";
import { deliveryStoryView, deliveryView } from "./view/deliveries.js";
import { deletedWebhooksView } from "./view.js";

/** The same five operations under every owner; `owners.ts` says what differs. */
function operationsUnder<Params>(level: Level<Params>): Operation[] {
  const { path, tag, noun, realm, params, paramsOfOne, view, response } = level;
  const one = `${path}/{webhookId}` as const;
  const load = loaderOf(level);
  return [
    op("POST", path, {
      id: `create${noun}`,
      tag,
      summary: `Subscribe a URL to what happens in ${realm}`,
      auth: "required",
      scope: level.writes,
      params,
      body: CreateWebhookInput,
      guard: level.load,
      run: async (ctx, { params, body }) => createWebhook(ctx, await level.load(ctx, params), body),
      view,
      response,
    }),
    op("GET", path, {
      id: `list${noun}s`,
      tag,
      summary: `List the webhooks of ${realm}, oldest first`,
      auth: "required",
      scope: level.reads,
      params,
      query: z.object(takeSkip),
      guard: level.load,
      run: async (ctx, { params, query }) => listWebhooks(ctx.store.db, await level.load(ctx, params), query),
      view: (webhooks) => webhooks.map(view),
      response: z.array(response),
    }),
    op("GET", one, {
      id: `get${noun}`,
      tag,
      summary: `Read a webhook of ${realm}`,
      auth: "required",
      scope: level.reads,
      params: paramsOfOne,
      run: (ctx, { params }) => load(ctx, params),
      view: level.recordView,
      response: level.recordResponse,
    }),
    op("PATCH", one, {
      id: `update${noun}`,
      tag,
      summary: `Change a webhook of ${realm}`,
      auth: "required",
      scope: level.writes,
      params: paramsOfOne,
      body: UpdateWebhookInput,
      guard: load,
      run: async (ctx, { params, body }) =>
        changeWebhook(ctx, await level.load(ctx, params), { ...body, id: params.webhookId }),
      view,
      response,
    }),
    op("DELETE", one, {
      id: `delete${noun}`,
      tag,
      summary: `End a webhook of ${realm} and tell what it was`,
      auth: "required",
      scope: level.writes,
      params: paramsOfOne,
      run: async (ctx, { params }) => removeWebhook(ctx, await level.load(ctx, params), params.webhookId),
      view,
      response,
    }),
  ];
}

/** The webhook that the path names, or a refusal to who may not go there. */
const loaderOf =
  <Params>(level: Level<Params>) =>
  async (ctx: Context, params: Params & { webhookId: string }) =>
    getWebhook(ctx, await level.load(ctx, params), params.webhookId);

/** What became of the deliveries, and how to send again. */
function deliveryOperationsUnder<Params>(level: Level<Params>): Operation[] {
  const { path, tag, noun, realm, paramsOfOne, paramsOfDelivery } = level;
  const one = `${path}/{webhookId}` as const;
  const load = loaderOf(level);
  return [
    op("GET", `${one}/deliveries`, {
      id: `list${noun}Deliveries`,
      tag,
      summary: `List what was sent to a webhook of ${realm}, the newest first`,
      auth: "required",
      scope: level.reads,
      params: paramsOfOne,
      query: DeliveriesQuery,
      guard: load,
      run: async (ctx, { params, query }) =>
        listLog(ctx, await level.load(ctx, params), { ...query, webhookId: params.webhookId }),
      view: ({ deliveries }) => deliveries.map(deliveryView),
      response: z.array(DeliveryOutput),
      pagination: cursorPage,
      paginationResponse: CursorPage,
    }),
    op("GET", `${one}/deliveries/{deliveryId}`, {
      id: `get${noun}Delivery`,
      tag,
      summary: `Read a delivery to a webhook of ${realm} with its attempts`,
      auth: "required",
      scope: level.reads,
      params: paramsOfDelivery,
      run: async (ctx, { params }) => getDelivery(ctx, await level.load(ctx, params), params),
      view: deliveryStoryView,
      response: DeliveryStoryOutput,
    }),
    op("POST", `${one}/deliveries/{deliveryId}/redeliver`, {
      id: `redeliver${noun}`,
      tag,
      summary: `Send a delivery to a webhook of ${realm} once more`,
      auth: "required",
      scope: level.writes,
      status: 200,
      params: paramsOfDelivery,
      body: z.object({}),
      guard: load,
      run: async (ctx, { params }) => redeliver(ctx, await level.load(ctx, params), params),
      view: deliveryView,
      response: DeliveryOutput,
    }),
    op("POST", `${one}/replay`, {
      id: `replay${noun}`,
      tag,
      summary: `Tell a webhook of ${realm} again what happened in a range of time`,
      auth: "required",
      scope: level.writes,
      status: 200,
      params: paramsOfOne,
      body: ReplayInput,
      guard: load,
      run: async (ctx, { params, body }) =>
        replay(ctx, await level.load(ctx, params), { ...body, webhookId: params.webhookId }),
      view: (replayed) => replayed,
      response: ReplayedOutput,
    }),
  ];
}

export const webhookRoutes = [
  ...operationsUnder(account),
  ...deliveryOperationsUnder(account),
  ...operationsUnder(eventType),
  ...deliveryOperationsUnder(eventType),
  op("DELETE", eventType.path, {
    id: "deleteEventTypeWebhooks",
    tag: eventType.tag,
    summary: "End all webhooks of an event type and tell how many there were",
    auth: "required",
    scope: eventType.writes,
    params: eventType.params,
    run: async (ctx, { params }) => removeWebhooks(ctx, await eventType.load(ctx, params)),
    view: deletedWebhooksView,
    response: z.string(),
  }),
];
