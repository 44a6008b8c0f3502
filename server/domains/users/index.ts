export { findUserByApiKey } from "./authenticate.js";
export { callerOf } from "./caller.js";
export { createUser, type NewUser } from "./create.js";
export {
  deleteApiKeys,
  findOperator,
  findUser,
  hasApiKey,
  insertApiKey,
  type UserChanges,
  updateUser,
} from "./queries.js";
export { userRoutes } from "./routes.js";
export type { User } from "./user.js";
