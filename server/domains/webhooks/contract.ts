import { z } from "zod";
import { instantText, textUpTo } from "../../wire.js";
import { hasOnlyVariables } from "./payload/template.js";
import { triggers } from "./triggers.js";
import { versions } from "./webhook.js";

// Longer ones do not fit the index that keeps them unique.
const urlBytesMax = 2_000;

const subscriberUrl = z.string().refine((text) => new TextEncoder().encode(text).length <= urlBytesMax, {
  error: `must not be longer than ${urlBytesMax} bytes`,
  params: { rule: "maxLength" },
});

const payloadTemplate = textUpTo(20_000).refine(hasOnlyVariables, {
  error: "must hold only variables, such as {{title}}: blocks and helpers are not supported",
  params: { rule: "isTemplate" },
});

const settings = {
  subscriberUrl,
  triggers: z.array(z.enum(triggers)),
  active: z.boolean(),
  payloadTemplate: payloadTemplate.nullable(),
  secret: textUpTo(1_000).nullable(),
  version: z.enum(versions),
  time: z.int().min(1).max(2_147_483_647).nullable(),
  timeUnit: z.enum(["DAY", "HOUR", "MINUTE"]).nullable(),
};

export const UpdateWebhookInput = z.object(settings).partial().meta({ id: "UpdateWebhookInputDto" });
export type UpdateWebhookInput = z.output<typeof UpdateWebhookInput>;

// Upstream requires `active`; its own quick start leaves it out.
export const CreateWebhookInput = UpdateWebhookInput.required({ subscriberUrl: true, triggers: true }).meta({
  id: "CreateWebhookInputDto",
});
export type CreateWebhookInput = z.output<typeof CreateWebhookInput>;

const output = z.object({
  id: z.string(),
  subscriberUrl: z.string(),
  triggers: z.array(z.enum(triggers)),
  active: z.boolean(),
  payloadTemplate: z.string().nullable(),
  secret: z.string().nullable(),
  version: z.string(),
  time: z.int().optional(),
  timeUnit: z.string().optional(),
  /** Only while the server has paused it. */
  pausedAt: instantText.optional(),
});

export const WebhookOutput = output.extend({ userId: z.int() }).meta({ id: "UserWebhookOutputDto" });

export const EventTypeWebhookOutput = output.extend({ eventTypeId: z.int() }).meta({ id: "EventTypeWebhookOutputDto" });

/** COMPAT: reading one webhook shows its whole record, also what it is not. */
export const WebhookRecordOutput = WebhookOutput.extend({
  teamId: z.null(),
  eventTypeId: z.int().nullable(),
  oAuthClientId: z.null(),
  appId: z.null(),
  platform: z.boolean(),
  time: z.int().nullable(),
  timeUnit: z.string().nullable(),
  createdAt: instantText,
}).meta({ id: "UserWebhookRecordOutputDto" });
