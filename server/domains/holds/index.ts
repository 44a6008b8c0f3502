export { deleteHolds, findHold } from "./queries.js";
export { holdRoutes } from "./routes.js";
