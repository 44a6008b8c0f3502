export { proveBooker, redeemProof } from "./prove.js";
export { bookerVerificationRoutes } from "./routes.js";
