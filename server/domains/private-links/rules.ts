import type { Instant } from "../../core/time/index.js";
import { invalid } from "../../errors.js";
import type { PrivateLinkInput } from "./contract.js";
import type { LinkLimit, PrivateLink } from "./private-link.js";

export const maxLinksPerEventType = 100;

/** What the caller says of a link's end; null if nothing. */
export function limitOf({ expiresAt = null, maxUsageCount = null }: PrivateLinkInput): LinkLimit | null {
  if (expiresAt !== null && maxUsageCount !== null) throw invalid("Provide only one of expiresAt or maxUsageCount");
  if (expiresAt !== null) return { kind: "time", expiresAt };
  return maxUsageCount === null ? null : { kind: "uses", maxUseCount: maxUsageCount };
}

/** A link that is said nothing of is for one booking. */
export const usualLimit: LinkLimit = { kind: "uses", maxUseCount: 1 };

export const isExpired = ({ limit, useCount }: PrivateLink, now: Instant): boolean =>
  limit.kind === "time" ? limit.expiresAt <= now : useCount >= limit.maxUseCount;
