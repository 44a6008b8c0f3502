import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";

/** What a peer does with a request: text is written raw, `reset` breaks the connection off, `silence` never answers. */
export type Reply = string | "reset" | "silence";

export interface HeardRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A server that speaks bytes, so that it can also do what no HTTP library would. */
export interface Peer {
  url: string;
  heard: HeardRequest[];
  close(): Promise<void>;
}

/** Answers the requests one by one by the script; a function is asked for each. Past the end of a list it fails the test by a 599. */
export async function startPeer(script: Reply[] | ((request: HeardRequest) => Reply)): Promise<Peer> {
  const heard: HeardRequest[] = [];
  const sockets = new Set<Socket>();
  const replyTo = (request: HeardRequest): Reply => {
    heard.push(request);
    return typeof script === "function" ? script(request) : (script[heard.length - 1] ?? answer(599, {}));
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    readRequest(socket, (request) => act(socket, replyTo(request)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/v2`, heard, close: () => close(server, sockets) };
}

/** A JSON answer that ends its connection. */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): string {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const lines = Object.entries({
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(text)),
    connection: "close",
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} Whatever`, ...lines, "", text].join("\r\n");
}

export const success = (data: unknown, headers?: Record<string, string>): string =>
  answer(200, { status: "success", data }, headers);

export const refusal = (status: number, headers?: Record<string, string>): string =>
  answer(status, { status: "error", error: { code: "Refused", message: "no", details: { why: 1 } } }, headers);

function act(socket: Socket, reply: Reply): void {
  if (reply === "silence") return;
  if (reply === "reset") socket.resetAndDestroy();
  else socket.end(reply);
}

function readRequest(socket: Socket, onRequest: (request: HeardRequest) => void): void {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
    const [head = "", ...rest] = text.split("\r\n\r\n");
    const [start = "", ...lines] = head.split("\r\n");
    const headers = Object.fromEntries(
      lines.map((line) => line.split(/:\s*(.*)/, 2)).map(([n, v]) => [n?.toLowerCase(), v]),
    );
    const body = rest.join("\r\n\r\n");
    if (!text.includes("\r\n\r\n") || Buffer.byteLength(body) < Number(headers["content-length"] ?? 0)) return;
    text = "";
    const [method = "", path = ""] = start.split(" ");
    onRequest({ method, path, headers, body });
  });
}

async function close(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, "close");
}
