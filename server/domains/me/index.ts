export { profile } from "./contract.js";
export { meRoutes } from "./routes.js";
