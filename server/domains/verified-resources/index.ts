export { hasVerifiedEmail } from "./queries.js";
export { mailCode } from "./request-email.js";
export { verifiedResourceRoutes } from "./routes.js";
