import { refusalOfTarget } from "../../core/addresses/index.js";
import { forbidden, invalid, type Refusal } from "../../errors.js";
import type { CreateWebhookInput, UpdateWebhookInput } from "./contract.js";
import { waitsAfterStart } from "./triggers.js";
import type { Webhook, WebhookOwner, WebhookSettings } from "./webhook.js";

/** The settings of a new webhook. */
export const settingsOf = (input: CreateWebhookInput): WebhookSettings =>
  mergeSettings(input, {
    subscriberUrl: input.subscriberUrl,
    triggers: input.triggers,
    isActive: true,
    payloadTemplate: null,
    secret: null,
    version: "2021-10-20",
    delayTime: null,
    delayUnit: null,
  });

/** What is absent stays; an explicit null clears the template and the secret. */
export function mergeSettings(input: UpdateWebhookInput, old: WebhookSettings): WebhookSettings {
  const triggers = input.triggers ? [...new Set<string>(input.triggers)] : old.triggers;
  const delay = delayOf(input.time ?? old.delayTime, input.timeUnit ?? old.delayUnit, triggers.some(waitsAfterStart));
  return {
    subscriberUrl: input.subscriberUrl ?? old.subscriberUrl,
    triggers,
    isActive: input.active ?? old.isActive,
    payloadTemplate: input.payloadTemplate === undefined ? old.payloadTemplate : input.payloadTemplate,
    secret: input.secret === undefined ? old.secret : input.secret,
    version: input.version ?? old.version,
    ...delay,
  };
}

/** Time and unit make sense together only: one of them alone gets the default of the other. */
function delayOf(time: number | null, unit: string | null, isNeeded: boolean) {
  if (time === null && unit === null && !isNeeded) return { delayTime: null, delayUnit: null };
  return { delayTime: time ?? 5, delayUnit: unit ?? "MINUTE" };
}

/** Refuses a webhook that belongs to somebody else than the owner in the path. */
export function checkOwner(webhook: Webhook, owner: WebhookOwner): void {
  if (webhook.userId === owner.userId && webhook.eventTypeId === owner.eventTypeId) return;
  throw owner.eventTypeId === null ? notOfUser(webhook, owner.userId) : notOfEventType(webhook, owner.eventTypeId);
}

const notOfUser = ({ id }: Webhook, userId: number): Refusal =>
  forbidden(`IsUserWebhookGuard - user with id=(${userId}) is not the owner of webhook with id=(${id})`);

const notOfEventType = ({ id, eventTypeId }: Webhook, wanted: number): Refusal =>
  eventTypeId === null
    ? invalid(`IsUserEventTypeWebhookGuard - Webhook (${id}) is not associated with an event type`)
    : forbidden(`IsUserEventTypeWebhookGuard - Webhook (${id}) is not associated with event type (${wanted})`);

/** Refuses triggers that only an organization can have. */
export function checkTriggers(triggers: readonly string[] = []): void {
  if (triggers.includes("DELEGATION_CREDENTIAL_ERROR")) {
    throw invalid("DELEGATION_CREDENTIAL_ERROR trigger is only available for organization webhooks");
  }
}

/** Refuses URLs that would never be called; names are judged again, by their address, at each delivery. */
export function checkTarget(url: string | undefined, allowPrivate: boolean): void {
  if (url === undefined) return;
  const refusal = refusalOfTarget(url, { allowPrivate });
  if (!refusal) return;
  const message = `subscriberUrl ${refusal}`;
  throw invalid(message, { problems: [{ path: ["subscriberUrl"], rule: "isUrl", message, value: url }] });
}
