import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createSmsGateway } from "./sms-gateway.js";

/** A gateway that answers with this status; what it was sent. */
async function withGateway(status: number, work: (origin: string) => Promise<void>): Promise<unknown[]> {
  const received: unknown[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    received.push({ path: request.url, authorization: request.headers.authorization, body: JSON.parse(body) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await work(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.closeAllConnections();
  server.close();
  return received;
}

const message = { to: "+14155552671", text: "123456 is your verification code." };

test("a text message is posted to the operator's gateway, with the name and password of its address", async () => {
  const received = await withGateway(202, async (origin) => {
    expect(await createSmsGateway(`http://ann:p%40ss@${origin}/send?from=Ann`)(message)).toBe(true);
  });
  const authorization = `Basic ${Buffer.from("ann:p@ss").toString("base64")}`;
  expect(received).toEqual([{ path: "/send?from=Ann", authorization, body: message }]);
});

test("a gateway that refuses, or is not there, has not taken the message", async () => {
  const received = await withGateway(500, async (origin) => {
    expect(await createSmsGateway(`http://${origin}/`)(message)).toBe(false);
  });
  expect(received).toMatchObject([{ authorization: undefined }]);
  expect(await createSmsGateway("http://127.0.0.1:1/")(message)).toBe(false);
});
