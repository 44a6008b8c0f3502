export { createDefaultSchedule } from "./create-default.js";
export { moveSchedule, ownsSchedule } from "./queries.js";
export { scheduleRoutes } from "./routes.js";
export type { Schedule } from "./schedule.js";
