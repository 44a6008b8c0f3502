import type { lookup as systemLookup } from "node:dns";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createGuardedPost } from "./guarded-post.js";
import type { OutgoingPost, PostOutcome } from "./ports.js";

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

interface Received {
  headers: IncomingMessage["headers"];
  body: string;
  method: string;
}

/** A real receiver on this machine. */
async function receiver(
  answer: RequestListener,
): Promise<{ url: string; port: number; received: Received[]; connections: () => number }> {
  const received: Received[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body, method: request.method ?? "" });
    answer(request, response);
  });
  server.on("connection", () => connections++);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, port, received, connections: () => connections };
}

const open = createGuardedPost({ allowPrivate: true });
const strict = createGuardedPost({ allowPrivate: false });

const post = (send: typeof open, url: string, more: Partial<OutgoingPost> = {}): Promise<PostOutcome> =>
  send({ url, headers: { "content-type": "application/json" }, body: '{"a":"é"}', timeoutMs: 2_000, ...more });

/** A name server that answers each question with the next list. */
function nameServer(...answers: string[][]): typeof systemLookup {
  let asked = 0;
  return ((_host: string, _options: object, callback: (error: null, found: object[]) => void) => {
    const list = answers[Math.min(asked++, answers.length - 1)] ?? [];
    callback(
      null,
      list.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  }) as unknown as typeof systemLookup;
}

describe("an answer", () => {
  test("carries the status; the request carries headers and exact bytes", async () => {
    const there = await receiver((_, response) => response.writeHead(204).end());
    const outcome = await post(open, there.url, {
      headers: { "content-type": "application/json", "X-Kalends-Attempt": "1" },
    });
    expect(outcome).toEqual({ kind: "answered", status: 204, durationMs: expect.any(Number) });
    expect(there.received).toHaveLength(1);
    expect(there.received[0]).toMatchObject({
      method: "POST",
      body: '{"a":"é"}',
      headers: {
        "content-type": "application/json",
        "content-length": "10",
        "x-kalends-attempt": "1",
        "user-agent": expect.stringMatching(/^Kalends-Webhook\/\d+\.\d+\.\d+$/),
      },
    });
  });

  test.each([400, 410, 500, 503])("of %i is an answer", async (status) => {
    const there = await receiver((_, response) => response.writeHead(status).end("no"));
    expect(await post(open, there.url)).toMatchObject({ kind: "answered", status });
  });

  test("leaves the connection to the next ones", async () => {
    const there = await receiver((_, response) => response.writeHead(200).end("ok"));
    for (let i = 0; i < 10; i++) await post(open, there.url);
    expect(there.received).toHaveLength(10);
    // One may still be on its way back into the pool when the next request starts.
    expect(there.connections()).toBeLessThanOrEqual(2);
  });

  test("with a huge body is taken by its status, the rest is not read", async () => {
    let sent = 0;
    const there = await receiver((_, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(65_536, "x");
      const write = (): void => {
        while (!response.destroyed && sent < 500_000_000) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once("drain", write);
        }
      };
      write();
    });
    expect(await post(open, there.url)).toMatchObject({ kind: "answered", status: 200 });
    expect(sent).toBeLessThan(50_000_000);
  });

  test("whose body never ends is taken by its status, within the time", async () => {
    const there = await receiver((_, response) => void response.writeHead(200).write("and then"));
    const outcome = await post(open, there.url, { timeoutMs: 300 });
    expect(outcome).toMatchObject({ kind: "answered", status: 200 });
    expect(outcome.durationMs).toBeLessThan(1_500);
  });

  test("that redirects is an answer; nobody follows it", async () => {
    const inner = await receiver((_, response) => response.end("secret"));
    for (const status of [301, 302, 307, 308]) {
      const there = await receiver((_, response) => response.writeHead(status, { location: inner.url }).end());
      expect(await post(open, there.url)).toMatchObject({ kind: "answered", status });
    }
    expect(inner.connections()).toBe(0);
  });
});

describe("no answer", () => {
  test("a slow receiver ends in a timeout", async () => {
    const there = await receiver(() => {});
    const outcome = await post(open, there.url, { timeoutMs: 200 });
    expect(outcome.kind).toBe("timeout");
    expect(outcome.durationMs).toBeLessThan(1_500);
  });

  test("a slow receiver does not hold up others", async () => {
    const slow = await receiver(() => {});
    const quick = await receiver((_, response) => response.end());
    const waiting = post(open, slow.url, { timeoutMs: 1_000 });
    expect((await post(open, quick.url)).durationMs).toBeLessThan(900);
    expect((await waiting).kind).toBe("timeout");
  });

  test("a connection that breaks is unreachable", async () => {
    const there = await receiver((request) => request.socket.destroy());
    expect((await post(open, there.url)).kind).toBe("unreachable");
  });

  test("a closed port is unreachable, told by its code", async () => {
    const there = await receiver(() => {});
    servers[0]?.close();
    expect(await post(open, there.url)).toMatchObject({ kind: "unreachable", message: "ECONNREFUSED" });
  });

  test("what speaks no HTTP is unreachable", async () => {
    const there = await receiver((request) => void request.socket.end("hello\r\n\r\n"));
    expect((await post(open, there.url)).kind).toBe("unreachable");
  });

  test("a name that nobody knows is unreachable", async () => {
    const failing = ((_host: string, _options: object, callback: (error: Error) => void) =>
      callback(
        Object.assign(new Error("getaddrinfo ENOTFOUND x"), { code: "ENOTFOUND" }),
      )) as unknown as typeof systemLookup;
    const send = createGuardedPost({ allowPrivate: false, lookup: failing });
    expect(await post(send, "http://nowhere.example/")).toMatchObject({ kind: "unreachable", message: "ENOTFOUND" });
  });
});

describe("a refused address", () => {
  test("no text is an exception", async () => {
    expect((await post(strict, "not a url")).kind).toBe("bad-url");
    expect((await post(strict, "ftp://example.com/")).kind).toBe("refused-address");
  });

  test("a literal one gets no connection", async () => {
    const there = await receiver((_, response) => response.end());
    const urls = [there.url, `http://localhost:${there.port}/`, `http://[::ffff:127.0.0.1]:${there.port}/`];
    for (const url of urls) expect((await post(strict, url)).kind, url).toBe("refused-address");
    expect(there.connections()).toBe(0);
  });

  test("a name that resolves to one gets no connection", async () => {
    const there = await receiver((_, response) => response.end());
    const send = createGuardedPost({ allowPrivate: false, lookup: nameServer(["127.0.0.1"]) });
    expect((await post(send, `http://innocent.example:${there.port}/`)).kind).toBe("refused-address");
    expect(there.connections()).toBe(0);
  });

  test("of several addresses only the public ones are tried", async () => {
    const there = await receiver((_, response) => response.end());
    // Nothing listens behind the public address, and the private one must not be the way out.
    const send = createGuardedPost({ allowPrivate: false, lookup: nameServer(["2001:4860::1", "127.0.0.1"]) });
    const outcome = await post(send, `http://innocent.example:${there.port}/`, { timeoutMs: 300 });
    expect(["timeout", "unreachable"]).toContain(outcome.kind);
    expect(outcome.durationMs).toBeLessThan(900);
    expect(there.connections()).toBe(0);
  });

  test("a name that changes its mind between two requests is judged each time", async () => {
    const there = await receiver((_, response) => response.end());
    const send = createGuardedPost({ allowPrivate: false, lookup: nameServer(["2001:4860::1"], ["127.0.0.1"]) });
    const url = `http://rebinding.example:${there.port}/`;
    expect((await post(send, url, { timeoutMs: 200 })).kind).not.toBe("answered");
    expect((await post(send, url, { timeoutMs: 200 })).kind).not.toBe("answered");
    expect(there.connections()).toBe(0);
  });

  test("a metadata service is refused even where private addresses are allowed", async () => {
    const send = createGuardedPost({ allowPrivate: true, lookup: nameServer(["169.254.169.254"]) });
    expect((await post(send, "http://innocent.example/")).kind).toBe("refused-address");
    expect((await post(open, "http://169.254.169.254/latest/meta-data")).kind).toBe("refused-address");
  });

  test("a private name is reached where private addresses are allowed", async () => {
    const there = await receiver((_, response) => response.end());
    const send = createGuardedPost({ allowPrivate: true, lookup: nameServer(["127.0.0.1"]) });
    expect(await post(send, `http://inner.example:${there.port}/`)).toMatchObject({ kind: "answered", status: 200 });
  });
});
