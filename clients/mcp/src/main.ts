#!/usr/bin/env node
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { createApi } from "./api.js";
import { createMcpServer } from "./server.js";

const usage = `kalends-mcp [--all]

An MCP server on standard input and output. --all adds a tool for every operation of the API.

  CAL_API_KEY      the API key (required)
  CAL_API_URL      https://api.cal.com/v2 unless set; a Kalends at home: http://127.0.0.1:3000/v2
  CAL_CLIENT_ID, CAL_SECRET_KEY   credentials of a platform client, if there is one
`;

async function main(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== "--all");
  if (unknown !== undefined) {
    const isQuestion = unknown === "--help" || unknown === "-h";
    (isQuestion ? process.stdout : process.stderr).write(usage);
    process.exitCode = isQuestion ? 0 : 2;
    return;
  }
  if (!process.env.CAL_API_KEY) throw new Error("CAL_API_KEY is missing: the API key, such as cal_live_…");
  const baseUrl = process.env.CAL_API_URL?.replace(/\/+$/, "");
  const server = createMcpServer({ api: createApi({}), baseUrl, all: args.includes("--all") });
  await server.connect(new StdioServerTransport());
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  // Standard output belongs to the protocol.
  process.stderr.write(`kalends-mcp cannot start: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
