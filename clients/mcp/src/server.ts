import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { Api } from "./api.js";
import { prompts } from "./prompts.js";
import { skillPagesFor, writtenUrl } from "./skill.js";
import { type Toolbox, toolbox } from "./toolbox.js";

export interface McpOptions {
  api: Api;
  /** The base URL that the skill's pages name; the hosted one if absent. */
  baseUrl?: string;
  /** Every operation besides the default tools. */
  all?: boolean;
}

const instructions =
  "Scheduling over the Cal.com API v2. Look with find_times before you book; times carry offsets; keep the uid of each booking. A refusal says what to try next.";

/** An MCP server over one connection to the API. It keeps no state, so it may live as long as one request. */
export function createMcpServer({ api, baseUrl = writtenUrl, all = false }: McpOptions): Server {
  const server = new Server(
    { name: "kalends", title: "Kalends", version: "0.1.0" },
    { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions },
  );
  serveTools(server, toolbox({ api, all }));
  serveResources(server, baseUrl);
  servePrompts(server);
  return server;
}

function serveTools(server: Server, { tools, call }: Toolbox): void {
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools] }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    if (!tools.some(({ name }) => name === params.name)) {
      throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}.`);
    }
    const { isRefused, text, value } = await call(params.name, params.arguments ?? {});
    const content = [{ type: "text" as const, text }];
    return isRefused ? { isError: true, content } : { content, structuredContent: { ...value } };
  });
}

const scheme = "skill://calcom-api/";

function serveResources(server: Server, baseUrl: string): void {
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: skillPagesFor(baseUrl).map(({ path, title }) => ({
      uri: `${scheme}${path}`,
      name: path,
      title,
      mimeType: "text/markdown",
    })),
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }) => {
    const page = skillPagesFor(baseUrl).find(({ path }) => `${scheme}${path}` === uri);
    if (!page) throw new McpError(ErrorCode.InvalidParams, `There is no resource ${uri}.`);
    return { contents: [{ uri, mimeType: "text/markdown", text: page.text }] };
  });
}

function servePrompts(server: Server): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: prompts.map(({ text: _, ...prompt }) => prompt),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params: { name, arguments: given = {} } }) => {
    const prompt = prompts.find((candidate) => candidate.name === name);
    if (!prompt) throw new McpError(ErrorCode.InvalidParams, `There is no prompt ${name}.`);
    const missing = prompt.arguments.filter((argument) => argument.required && !given[argument.name]);
    if (missing.length > 0) {
      const names = missing.map((argument) => argument.name).join(", ");
      throw new McpError(ErrorCode.InvalidParams, `The prompt ${name} needs: ${names}.`);
    }
    const text = prompt.text(given);
    return { description: prompt.description, messages: [{ role: "user", content: { type: "text", text } }] };
  });
}
