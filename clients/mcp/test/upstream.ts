import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that behaves as the hosted one where it knows less than ours: no reasons, no alternatives, no redeemed holds. */
export async function startUpstream(
  behind: string,
): Promise<{ url: string; deleted: string[]; stop(): Promise<void> }> {
  const deleted: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await read(request);
    if (request.method === "DELETE") deleted.push(request.url ?? "");
    const refusal = refusalOf(request.url ?? "", body);
    if (refusal) return send(response, 400, refusal);
    const answer = await fetch(`${behind}${request.url}`, {
      method: request.method,
      headers: headersOf(request),
      body: body === "" ? undefined : body,
    });
    send(response, answer.status, withoutAdvice(await answer.text()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}`, deleted, stop };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const passed = ["authorization", "cal-api-version", "content-type"];

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(passed.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));

/** Its whitelists refuse what they do not know. */
function refusalOf(url: string, body: string): string | null {
  if (url.includes("explain=")) return badRequest("property explain should not exist");
  return body.includes('"reservationUid"') ? badRequest("property reservationUid should not exist") : null;
}

const badRequest = (message: string): string =>
  JSON.stringify({ status: "error", error: { code: "BadRequestException", message, details: { message } } });

function withoutAdvice(text: string): string {
  if (text === "") return text;
  const body = JSON.parse(text);
  delete body.error?.details?.rule;
  delete body.error?.details?.alternatives;
  return JSON.stringify(body);
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}
