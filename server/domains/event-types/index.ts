export { maxOccurrences } from "./contract/policies.js";
export type * from "./event-type.js";
export { getOwnEventType } from "./get.js";
export { type FoundBySlug, findEventType, findEventTypeBySlug, insertEventType } from "./queries.js";
export { eventTypeRoutes } from "./routes.js";
export { integrationKey } from "./rules/integrations.js";
export { plannedEventType } from "./rules.js";
export { eventTypeUrl } from "./urls.js";
