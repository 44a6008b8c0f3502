import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/harness/server-process.js";
import { exitCodes } from "../src/exit-codes.js";
import { atTerminal, hasTerminals, inPipe } from "./run.js";

/** A server that knows one key and one person, and takes its time or fails where the path says so. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Server;
let url: string;
const key = "cal_live_typed";

beforeAll(async () => {
  folder = await temporaryFolder();
  server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    const isKnown = request.headers.authorization === `Bearer ${key}`;
    const data = { id: 2, username: "ann", name: "Ann", email: "ann@example.com", timeZone: "UTC" };
    const refusal = { code: "UnauthorizedException", message: "Invalid API Key" };
    response.statusCode = isKnown ? 200 : 401;
    const body = JSON.stringify(isKnown ? { status: "success", data } : { status: "error", error: refusal });
    if (request.url?.startsWith("/html/")) response.end("<!doctype html>");
    else if (request.url?.startsWith("/broken/")) response.writeHead(500).end("{}");
    else setTimeout(() => response.end(body), request.url?.startsWith("/slow/") ? 1700 : 0);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await folder.remove();
});

let config: string;
let count = 0;
beforeEach(() => {
  config = join(folder.path, `${++count}.json`);
});

describe.runIf(hasTerminals)("init asks at a terminal", () => {
  const clear = "\u0015";

  test("for the address and the key, which is not shown; both are kept for their owner only", async () => {
    const { code, screen } = await atTerminal(["init"], { KALENDS_CONFIG: config }, [
      [/Address of the server/, `${clear}${url}\r`],
      [/API key/, `${key}\r`],
    ]);
    expect(screen).toContain(`Ann <ann@example.com> on ${url}/v2`);
    expect(screen).toContain(`Written to ${config}.`);
    expect(screen).not.toContain(key);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(config, "utf8"))).toEqual({ url: `${url}/v2`, apiKey: key });
    expect(statSync(config).mode & 0o777).toBe(0o600);
  }, 90_000);

  test("a key that the server refuses is not kept", async () => {
    const { code, screen } = await atTerminal(["init", "--url", url], { KALENDS_CONFIG: config }, [
      [/API key/, "cal_live_wrong\r"],
    ]);
    expect([code, screen]).toEqual([4, expect.stringContaining("Invalid API Key")]);
    expect(existsSync(config)).toBe(false);
  }, 90_000);

  test("an address that is none is told at once", async () => {
    const { code, screen } = await atTerminal(["init"], { KALENDS_CONFIG: config }, [
      [/Address of the server/, `${clear}localhost\r`],
      [/is not the address of a server/, `${clear}${url}\r`],
      [/API key/, "\u0003"],
    ]);
    expect([code, screen]).toEqual([130, expect.stringContaining("Nothing was written.")]);
    expect(existsSync(config)).toBe(false);
  }, 90_000);
});

describe("what takes more than a second", () => {
  const slow = (): Record<string, string> => ({ CAL_API_URL: `${url}/slow/v2`, CAL_API_KEY: key });

  test.runIf(hasTerminals)(
    "says so at a terminal, and takes it back",
    async () => {
      const { code, screen } = await atTerminal(["me", "get"], slow());
      expect(screen).toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] .* 1 s /);
      const afterIt = screen.slice(screen.lastIndexOf("\r\u001b[K"));
      expect(afterIt).toMatch(/^[^⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]*ann@example\.com/);
      expect(code).toBe(0);
    },
    90_000,
  );

  test("is silent in a pipe", async () => {
    const ran = await inPipe(["me", "get"], slow());
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
  }, 90_000);
});

test.each([
  ["/broken", 7, "The server answered with status 500"],
  ["/html", 7, "Is the base URL right?"],
  ["/slow", 6, "No answer to GET /v2/me in time"],
])(
  "a server that behaves as %s is told by exit code %i",
  async (path, code, said) => {
    const env = { CAL_API_URL: `${url}${path}/v2`, CAL_API_KEY: key };
    const ran = await inPipe(["me", "get", "--timeout", "0.2"], env);
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(said)]);
  },
  90_000,
);

test("the page of the command line lists every exit code", () => {
  const listed = [...readFileSync("docs/cli.md", "utf8").matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(listed).toEqual(Object.values(exitCodes));
});
