export { forgetDeliveries } from "./forget.js";
export { payloadOf } from "./payload/envelope.js";
export { deliverDue, deliveryWork } from "./postman.js";
export { webhookRoutes } from "./routes.js";
export { webhookTasks } from "./tasks.js";
export { tellWebhooks } from "./tell.js";
export { triggerOf } from "./triggers.js";
