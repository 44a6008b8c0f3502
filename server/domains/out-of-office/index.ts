export { outOfOfficeRoutes } from "./routes.js";
