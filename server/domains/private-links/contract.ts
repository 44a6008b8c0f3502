import { z } from "zod";
import { idParam } from "../../operation.js";
import { instantOrDate, instantText } from "../../wire.js";

const eventTypeId = idParam
  .refine((id) => id > 0, { error: "must not be less than 1", params: { rule: "min" } })
  .meta({ override: { type: "integer", minimum: 1 } });

export const ofEventType = z.object({ eventTypeId });
export const ofLink = z.object({ eventTypeId, linkId: z.string() });

const limit = {
  expiresAt: instantOrDate.nullish(),
  maxUsageCount: z.int().min(1, "must not be less than 1").max(2_147_483_647).nullish(),
};

export const CreatePrivateLinkInput = z.object(limit).meta({ id: "CreatePrivateLinkInput" });
export const UpdatePrivateLinkBody = z.object(limit).meta({ id: "UpdatePrivateLinkBody" });
export type PrivateLinkInput = z.output<typeof UpdatePrivateLinkBody>;

const link = { linkId: z.string(), eventTypeId: z.int(), isExpired: z.boolean(), bookingUrl: z.string() };

const TimeBasedPrivateLinkOutput = z
  .object({ ...link, expiresAt: instantText })
  .meta({ id: "TimeBasedPrivateLinkOutput" });

const UsageBasedPrivateLinkOutput = z
  .object({ ...link, maxUsageCount: z.int(), usageCount: z.int() })
  .meta({ id: "UsageBasedPrivateLinkOutput" });

export const PrivateLinkOutput = z.union([TimeBasedPrivateLinkOutput, UsageBasedPrivateLinkOutput]);

export const DeletedPrivateLink = z.object({ linkId: z.string(), message: z.string() });
