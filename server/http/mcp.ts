import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../context.js";
import { Refusal } from "../errors.js";
import { authenticate, credentialsOf } from "./authenticate.js";
import { loadClient } from "./clients.js";
import type { RateLimit } from "./rate-limit.js";

/** What this door uses of `@kalends/mcp`, a client like any other: it knows the API, and nothing of this program. */
interface McpClient {
  answerMcpRequest(
    request: Request,
    options: {
      body: unknown;
      all: boolean;
      baseUrl: string;
      publicBaseUrl: string;
      apiKey: "";
      clientId: "";
      clientSecret: "";
      headers: Record<string, string>;
      fetch: typeof fetch;
      maxRetries: 0;
      idempotencyKeys: "off";
    },
  ): Promise<Response>;
}

/**
 * `/mcp`, the Model Context Protocol over streamable HTTP. Each request brings the caller's own credentials and is answered
 * by itself, so any process can answer it; its tools come back in through the front door. `?all=true`: every operation.
 */
export function serveMcp(app: FastifyInstance, ctx: Omit<Context, "actor">, rateLimit: RateLimit): void {
  app.route({
    method: ["GET", "POST", "DELETE"],
    url: "/mcp",
    onRequest: async (request, reply) => {
      await rateLimit(request, reply, "default");
      reply.header("WWW-Authenticate", "Bearer");
      await authenticate(ctx, { auth: "required" }, credentialsOf(request));
      reply.removeHeader("WWW-Authenticate");
    },
    handler: async (request, reply) => {
      // There is no stream to listen to and no session to end.
      if (request.method !== "POST") return await reply.code(405).header("Allow", "POST").send();
      const { answerMcpRequest } = await loadClient<McpClient>("@kalends/mcp");
      const answer = await answerMcpRequest(webRequest(request), {
        body: request.body,
        all: (request.query as { all?: string }).all === "true",
        baseUrl: "http://kalends/v2",
        publicBaseUrl: `${ctx.settings.publicUrl}/v2`,
        // Empty, because what is left out is read from the environment: nobody may get this process's own key.
        apiKey: "",
        clientId: "",
        clientSecret: "",
        headers: callersHeaders(request),
        fetch: fetchInside(app, request),
        // There is no network between; and who is over a limit shall hear of it.
        maxRetries: 0,
        idempotencyKeys: "off",
      });
      return await sendAnswer(reply, answer);
    },
  });
}

const protocolHeaders = ["accept", "content-type", "mcp-protocol-version"];
const credentialHeaders = ["authorization", "x-cal-client-id", "x-cal-secret-key"];

const webRequest = (request: FastifyRequest): Request =>
  new Request("http://kalends/mcp", { method: "POST", headers: only(request, protocolHeaders) });

const callersHeaders = (request: FastifyRequest): Record<string, string> => only(request, credentialHeaders);

const only = ({ headers }: FastifyRequest, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (typeof headers[name] === "string" ? [[name, headers[name]]] : [])));

/** A `fetch` that asks this very process, with the caller's address, so that limits count him and not us. */
const fetchInside =
  (app: FastifyInstance, { ip }: FastifyRequest): typeof fetch =>
  async (address, init = {}) => {
    const { pathname, search } = new URL(String(address));
    const answer = await app.inject({
      method: init.method as "GET",
      url: `${pathname}${search}`,
      headers: Object.fromEntries(new Headers(init.headers)),
      payload: init.body === null ? undefined : (init.body as string | undefined),
      remoteAddress: ip,
    });
    const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
    return new Response(answer.statusCode === 204 ? null : answer.body, { status: answer.statusCode, headers });
  };

async function sendAnswer(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  if (answer.status >= 500) throw new Refusal("unavailable", "The MCP server did not answer.");
  reply.code(answer.status);
  answer.headers.forEach((value, name) => void reply.header(name, value));
  return await reply.send(await answer.text());
}
