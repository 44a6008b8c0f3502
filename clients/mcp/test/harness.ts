import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

export interface Connected {
  client: Client;
  /** Calls a tool: its structured answer, or the text of its refusal. */
  call(name: string, args?: Record<string, unknown>): Promise<ToolAnswer>;
  close(): Promise<void>;
}

export interface ToolAnswer {
  isError: boolean;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is read as an agent reads it
  value: any;
}

export type Transport = "stdio" | "http";

/** The official client, on a `kalends-mcp` of its own or on the server's `/mcp`. */
export async function connectTo(kind: Transport, url: string, key: string, { all = false } = {}): Promise<Connected> {
  const client = new Client({ name: "test", version: "1.0.0" });
  const transport = kind === "stdio" ? stdio(url, key, all) : http(url, key, all);
  await client.connect(transport as Parameters<Client["connect"]>[0]);
  return {
    client,
    close: () => client.close(),
    call: async (name, args = {}) => {
      const { isError, content, structuredContent } = await client.callTool({ name, arguments: args });
      const [first] = content as { text: string }[];
      return { isError: isError === true, text: first?.text ?? "", value: structuredContent };
    },
  };
}

const stdio = (url: string, key: string, all: boolean): StdioClientTransport =>
  new StdioClientTransport({
    command: process.execPath,
    args: ["clients/mcp/dist/main.js", ...(all ? ["--all"] : [])],
    env: { CAL_API_URL: `${url}/v2`, CAL_API_KEY: key },
  });

const http = (url: string, key: string, all: boolean): StreamableHTTPClientTransport =>
  new StreamableHTTPClientTransport(new URL(`${url}/mcp${all ? "?all=true" : ""}`), {
    requestInit: { headers: { authorization: `Bearer ${key}` } },
  });
