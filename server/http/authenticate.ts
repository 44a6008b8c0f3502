import type { FastifyRequest } from "fastify";
import type { Actor, Context } from "../context.js";
import { findUserByApiKey } from "../domains/users/index.js";
import { forbidden, unauthenticated } from "../errors.js";
import type { Operation } from "../operation.js";

/** Where keys are looked up, and when. */
type Keys = Pick<Context, "store" | "now">;

export interface Credentials {
  authorization: string | undefined;
  clientId: string | undefined;
  clientSecret: string | undefined;
}

export function credentialsOf({ headers }: FastifyRequest): Credentials {
  const one = (name: string): string | undefined => (typeof headers[name] === "string" ? headers[name] : undefined);
  return {
    authorization: headers.authorization,
    clientId: one("x-cal-client-id"),
    clientSecret: one("x-cal-secret-key"),
  };
}

/** Who the caller is and whether the operation is open to him at all; 401 and 403 are decided before the body is read. */
export async function authenticate(ctx: Keys, operation: Pick<Operation, "auth">, given: Credentials): Promise<Actor> {
  if (operation.auth === "none") return { kind: "anonymous" };
  const actor = await identify(ctx, given);
  if (actor.kind === "anonymous" && operation.auth !== "optional") throw unauthenticated(whatIsMissing(given));
  if (operation.auth === "operator" && !(actor.kind === "user" && actor.user.isOperator)) {
    throw forbidden("This operation is for the operator of this server.");
  }
  return actor;
}

async function identify(ctx: Keys, given: Credentials): Promise<Actor> {
  if (given.clientId && given.clientSecret) {
    throw unauthenticated(`ApiAuthStrategy - oAuth client - Client with ID ${given.clientId} not found`);
  }
  const token = given.authorization?.replace(/^Bearer /, "");
  if (!token) return { kind: "anonymous" };
  if (!token.startsWith("cal_")) throw unauthenticated("Invalid Access Token.");
  const found = await findUserByApiKey(ctx, token);
  if (!found) throw unauthenticated("ApiAuthStrategy - api key - Invalid API Key");
  const { isExpired, ...caller } = found;
  if (isExpired) throw unauthenticated("ApiAuthStrategy - api key - Your api key is expired");
  return { kind: "user", ...caller };
}

function whatIsMissing({ clientId }: Credentials): string {
  if (clientId) {
    return "ApiAuthStrategy - Only 'x-cal-client-id' header provided. Please also provide 'x-cal-secret-key' header or Auth bearer token as 'Authentication' header";
  }
  return "ApiAuthStrategy - No authentication method provided. Either pass an API key as 'Bearer' header or OAuth client credentials as 'x-cal-secret-key' and 'x-cal-client-id' headers";
}
