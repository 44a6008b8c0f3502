export { findUserByApiKey } from "./authenticate.js";
export { actorOf, callerOf } from "./caller.js";
export { createUser, type NewUser } from "./create.js";
export {
  confirmPendingEmail,
  deleteApiKeys,
  findOperator,
  findUser,
  hasApiKey,
  insertApiKey,
  isTakenEmail,
  type UserChanges,
  updateUser,
} from "./queries.js";
export { userRoutes } from "./routes.js";
export type { User } from "./user.js";
