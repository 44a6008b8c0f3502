import { once } from "node:events";
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What befalls a request on its way. Before the server: `instead` is answered in its place. After it: `lost` breaks the
 * connection off, `silence` never answers, `halved` ends within the body, `garbled` is a page of HTML, `relabelled` has
 * another status. `late` reaches the server long after the caller has given up.
 */
export type Mishap =
  | { kind: "instead" | "relabelled"; status: number; headers?: Record<string, string> }
  | { kind: "lost" | "silence" | "halved" | "garbled" }
  | { kind: "late"; delayMs: number };

export interface Wire {
  url: string;
  /** `METHOD path` of all that came this way. */
  seen: string[];
  /** Once nothing is on its way any more, however late. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A proxy before a real server. `mishapOf` is asked for each request, with how often this one has come before. */
export async function startWire(
  target: string,
  mishapOf: (request: { method: string; path: string }, before: number) => Mishap | undefined,
): Promise<Wire> {
  const seen: string[] = [];
  const underWay = new Set<Promise<void>>();
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "", url: path = "" } = request;
    const before = seen.filter((one) => one === `${method} ${path}`).length;
    seen.push(`${method} ${path}`);
    const mishap = mishapOf({ method, path }, before);
    const body = await bodyOf(request);
    if (mishap?.kind === "instead") return void refuse(response, mishap.status, mishap.headers);
    if (mishap?.kind === "late") await sleep(mishap.delayMs);
    tell(response, await ask(target, request, body), mishap);
  };
  const proxy = createServer((request, response) => {
    const passing = pass(request, response).finally(() => underWay.delete(passing));
    underWay.add(passing);
  });
  const settled = async (): Promise<void> => void (await Promise.all(underWay));
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const { port } = proxy.address() as { port: number };
  const close = async (): Promise<void> => {
    await settled();
    proxy.closeAllConnections();
    proxy.close();
    await once(proxy, "close");
  };
  return { url: `http://127.0.0.1:${port}`, seen, settled, close };
}

interface Told {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

function tell(response: ServerResponse, { status, headers, body }: Told, mishap: Mishap | undefined): void {
  if (mishap?.kind === "silence" || response.destroyed) return;
  if (mishap?.kind === "lost") return void response.socket?.resetAndDestroy();
  if (mishap?.kind === "garbled") return void response.end("<!doctype html><p>Welcome to the network");
  if (mishap?.kind === "relabelled") return void refuse(response, mishap.status, mishap.headers);
  response.writeHead(status, headers);
  if (mishap?.kind !== "halved") return void response.end(body);
  response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy());
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end('{"status":"error","error":{"code":"Wire","message":"from the wire"}}');
}

async function ask(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Told> {
  const onward = forward(target + url, { method, headers });
  onward.end(body);
  const [answer] = (await once(onward, "response")) as [IncomingMessage];
  return { status: answer.statusCode ?? 500, headers: answer.headers, body: await bodyOf(answer) };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
