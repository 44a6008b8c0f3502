export type { NewMail } from "./mail.js";
export { queueMail, queueMailsOfEvent } from "./queue.js";
export { mailRoutes } from "./routes.js";
export { mailTasks } from "./tasks.js";
