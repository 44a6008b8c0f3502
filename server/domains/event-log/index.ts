export { eventLogRoutes } from "./routes.js";
