import { slotRoutes } from "../domains/availability/index.js";
import { bookerVerificationRoutes } from "../domains/booker-verification/index.js";
import { bookingRoutes } from "../domains/bookings/index.js";
import { eventLogRoutes } from "../domains/event-log/index.js";
import { eventTypeRoutes } from "../domains/event-types/index.js";
import { holdRoutes } from "../domains/holds/index.js";
import { mailRoutes } from "../domains/mail/index.js";
import { meRoutes } from "../domains/me/index.js";
import { operatorRoutes } from "../domains/operator/index.js";
import { outOfOfficeRoutes } from "../domains/out-of-office/index.js";
import { privateLinkRoutes } from "../domains/private-links/index.js";
import { scheduleRoutes } from "../domains/schedules/index.js";
import { timezoneRoutes } from "../domains/timezones/index.js";
import { userRoutes } from "../domains/users/index.js";
import { verifiedResourceRoutes } from "../domains/verified-resources/index.js";
import { webhookRoutes } from "../domains/webhooks/index.js";
import type { Operation } from "../operation.js";
import { versionRoutes } from "./versions-routes.js";

/** Every operation of the server, domain by domain. */
export const operations: readonly Operation[] = [
  ...userRoutes,
  ...scheduleRoutes,
  ...meRoutes,
  ...verifiedResourceRoutes,
  ...eventTypeRoutes,
  ...privateLinkRoutes,
  ...bookerVerificationRoutes,
  ...slotRoutes,
  ...holdRoutes,
  ...outOfOfficeRoutes,
  ...bookingRoutes,
  ...webhookRoutes,
  ...eventLogRoutes,
  ...operatorRoutes,
  ...mailRoutes,
  ...timezoneRoutes,
  ...versionRoutes,
];
