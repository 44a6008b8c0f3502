import { once } from "node:events";
import { createServer } from "node:http";

/** One webhook as it arrived. */
export interface Received {
  headers: Record<string, string | string[] | undefined>;
  raw: string;
  // biome-ignore lint/suspicious/noExplicitAny: a payload is read as a receiver reads it
  body: any;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** How long it takes to answer what comes from now on. */
  delayMs: number;
  close(): Promise<void>;
}

/** A real HTTP server that takes webhooks, after a delay if one is asked for. */
export async function startReceiver({ delayMs = 0 } = {}): Promise<Receiver> {
  const received: Received[] = [];
  const receiver: Receiver = { url: "", received, delayMs, close };
  const server = createServer((request, response) => {
    let raw = "";
    request.on("data", (chunk) => (raw += chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, raw, body: JSON.parse(raw) });
      setTimeout(() => response.end("ok"), receiver.delayMs);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  receiver.url = `http://127.0.0.1:${port}/webhook`;
  return receiver;

  async function close(): Promise<void> {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
}
