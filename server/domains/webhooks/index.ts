export { webhookRoutes } from "./routes.js";
export { webhookTasks } from "./tasks.js";
export { tellWebhooks } from "./tell.js";
