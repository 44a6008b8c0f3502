import { op } from "../../operation.js";
import { CreatedUserOutput, CreateUserInput } from "./contract.js";
import { createAccount } from "./create-user.js";

export const operatorRoutes = [
  op("POST", "/v2/admin/users", {
    id: "createUser",
    tag: "Operator",
    summary: "Make an account; its API key is shown once",
    auth: "operator",
    scope: "closed",
    showsSecret: true,
    body: CreateUserInput,
    run: (ctx, { body }) => createAccount(ctx, body),
    view: ({ user, apiKey }) => ({
      id: user.id,
      email: user.email,
      username: user.username,
      name: user.name,
      timeZone: user.timeZone,
      apiKey,
    }),
    response: CreatedUserOutput,
  }),
];
