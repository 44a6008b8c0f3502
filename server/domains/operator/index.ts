export { ensureOperator, type FirstStart } from "./ensure-operator.js";
export { operatorRoutes } from "./routes.js";
