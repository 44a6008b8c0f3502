import type { Instant } from "../../core/time/index.js";

/** A secret address that opens one event type, a hidden one too. */
export interface PrivateLink {
  linkId: string;
  eventTypeId: number;
  limit: LinkLimit;
  /** How many bookings were made through it. */
  useCount: number;
}

/** What ends a link: a moment, or the last of its uses. */
export type LinkLimit = { kind: "time"; expiresAt: Instant } | { kind: "uses"; maxUseCount: number };

/** A link with what its address tells besides. */
export interface AddressedLink extends PrivateLink {
  slug: string;
}
