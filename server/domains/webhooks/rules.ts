import { refusalOfTarget } from "../../core/addresses/index.js";
import { invalid } from "../../errors.js";
import type { CreateWebhookInput, UpdateWebhookInput } from "./contract.js";
import { waitsAfterStart } from "./triggers.js";
import type { WebhookSettings } from "./webhook.js";

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
