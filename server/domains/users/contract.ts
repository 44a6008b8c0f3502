import { z } from "zod";
import { instant } from "../../wire.js";

export const RefreshApiKeyInput = z
  .object({
    apiKeyDaysValid: z.int().min(1).max(36_500).optional(),
    apiKeyNeverExpires: z.boolean().optional(),
    expiresAt: instant.optional(),
  })
  .meta({ id: "RefreshApiKeyInput" });
export type RefreshApiKeyInput = z.output<typeof RefreshApiKeyInput>;

export const ApiKeyOutput = z.object({ apiKey: z.string() }).meta({ id: "ApiKeyOutput" });
