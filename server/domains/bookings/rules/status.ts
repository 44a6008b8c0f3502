import { hourMs, type Instant, minuteMs } from "../../../core/time/index.js";
import type { ConfirmationPolicy } from "../../event-types/index.js";

/** Whether a booking made now for `startsAt` has to wait for the host's word. */
export function needsConfirmation(policy: ConfirmationPolicy | null, startsAt: Instant, now: Instant): boolean {
  if (!policy) return false;
  if (policy.type === "always") return true;
  const { unit, count } = policy.noticeThreshold;
  return startsAt - now < count * (unit === "hours" ? hourMs : minuteMs);
}
