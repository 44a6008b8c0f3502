import { z } from "zod";
import { type Operation, op } from "../../operation.js";
import { takeSkip } from "../../wire.js";
import { CreateWebhookInput, UpdateWebhookInput } from "./contract.js";
import { createWebhook } from "./create.js";
import { removeWebhook, removeWebhooks } from "./delete.js";
import { getWebhook } from "./get.js";
import { account, eventType, type Level } from "./owners.js";
import { listWebhooks } from "./queries.js";
import { changeWebhook } from "./update.js";
import { deletedWebhooksView } from "./view.js";

/** The same five operations under every owner; `owners.ts` says what differs. */
function operationsUnder<Params>(level: Level<Params>): Operation[] {
  const { path, tag, noun, realm, params, paramsOfOne, view, response } = level;
  const one = `${path}/{webhookId}` as const;
  return [
    op("POST", path, {
      id: `create${noun}`,
      tag,
      summary: `Subscribe a URL to what happens in ${realm}`,
      auth: "required",
      scope: level.writes,
      params,
      body: CreateWebhookInput,
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
      run: async (ctx, { params }) => getWebhook(ctx, await level.load(ctx, params), params.webhookId),
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

export const webhookRoutes = [
  ...operationsUnder(account),
  ...operationsUnder(eventType),
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
