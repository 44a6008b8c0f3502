export { timezoneRoutes } from "./routes.js";
