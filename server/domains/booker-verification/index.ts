export { proveBooker, redeemProof, withProof } from "./prove.js";
export { bookerVerificationRoutes } from "./routes.js";
