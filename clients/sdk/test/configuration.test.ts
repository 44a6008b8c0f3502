import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { inPipe } from "../../cli/test/run.js";
import { Kalends } from "../src/index.js";
import { type Peer, startPeer, success } from "./peer.js";

/** One set of variables configures the SDK, the command line and the MCP server. */
const variables = { CAL_API_KEY: "cal_live_configured", CAL_CLIENT_ID: "client-7", CAL_SECRET_KEY: "secret-7" };
const me = { id: 2, username: "ann", name: "Ann", email: "ann@example.com", timeZone: "UTC" };

let peer: Peer;
beforeEach(async () => {
  peer = await startPeer(() => success(me));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await peer.close();
});

const asked: [string, (env: Record<string, string>) => Promise<unknown>][] = [
  ["SDK", askBySdk],
  ["command line", (env) => inPipe(["me", "get"], { KALENDS_CONFIG: "/nowhere/config.json", ...env })],
  ["MCP server", askByMcp],
];

async function askBySdk(env: Record<string, string>): Promise<unknown> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return await new Kalends().me.get();
}

async function askByMcp(env: Record<string, string>): Promise<unknown> {
  const client = new Client({ name: "test", version: "1.0.0" });
  const [command, args] = [process.execPath, ["clients/mcp/dist/main.js"]];
  await client.connect(new StdioClientTransport({ command, args, env }));
  const answer = await client.callTool({ name: "get_me" });
  await client.close();
  return answer;
}

test.each(asked)("the %s sends key, client and secret to the server that CAL_API_URL names", async (_, ask) => {
  await ask({ ...variables, CAL_API_URL: peer.url });
  expect(peer.heard).toHaveLength(1);
  expect(peer.heard[0]).toMatchObject({
    path: "/v2/me",
    headers: {
      authorization: "Bearer cal_live_configured",
      "x-cal-client-id": "client-7",
      "x-cal-secret-key": "secret-7",
    },
  });
});

describe("without CAL_API_URL it is the hosted service", () => {
  test("SDK", () => {
    vi.stubEnv("CAL_API_URL", "");
    expect(new Kalends({ apiKey: "cal_x" }).connection.settings.baseUrl).toBe("https://api.cal.com/v2");
  });

  test("command line", async () => {
    const { stderr } = await inPipe(["whoami"], { KALENDS_CONFIG: "/nowhere/config.json" });
    expect(stderr).toContain("There is no key for https://api.cal.com/v2.");
  });
});
