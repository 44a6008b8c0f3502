export { privateLinkRoutes } from "./routes.js";
