export { findLinkedId } from "./queries.js";
export { redeemLink } from "./redeem.js";
export { privateLinkRoutes } from "./routes.js";
