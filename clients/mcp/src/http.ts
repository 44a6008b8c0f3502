import type { KalendsOptions } from "@kalends/sdk";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { createApi } from "./api.js";
import { createMcpServer } from "./server.js";

export interface McpRequestOptions extends KalendsOptions {
  /** The parsed JSON of the request. */
  body: unknown;
  /** Every operation besides the default tools. */
  all?: boolean;
  /** The base URL that the skill's pages name. */
  publicBaseUrl?: string;
}

/** Answers one request of MCP's streamable HTTP, without sessions: everything it needs comes along with it. */
export async function answerMcpRequest(request: Request, options: McpRequestOptions): Promise<Response> {
  const { body, all, publicBaseUrl, ...apiOptions } = options;
  const transport = new WebStandardStreamableHTTPServerTransport({
    sessionIdGenerator: undefined,
    enableJsonResponse: true,
  });
  const server = createMcpServer({ api: createApi(apiOptions), all, baseUrl: publicBaseUrl });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: body });
  } finally {
    await server.close();
  }
}
