import { op } from "../../operation.js";
import { ApiKeyOutput, RefreshApiKeyInput } from "./contract.js";
import { refreshApiKey } from "./refresh-api-key.js";

export const userRoutes = [
  op("POST", "/v2/api-keys/refresh", {
    id: "refreshApiKey",
    tag: "Api Keys",
    summary: "Replace the API key of this request by a new one",
    auth: "api-key",
    scope: "closed",
    showsSecret: true,
    status: 200,
    body: RefreshApiKeyInput,
    run: (ctx, { body }) => refreshApiKey(ctx, body),
    view: (apiKey) => ({ apiKey }),
    response: ApiKeyOutput,
  }),
];
