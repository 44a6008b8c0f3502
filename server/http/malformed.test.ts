import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { useHouse } from "../../test/harness/house.js";

const house = useHouse();

/** Sends bytes, and tells all that comes back until the connection ends. */
async function exchange(sent: string): Promise<string> {
  const { port } = (await house.listen()) as { port: number };
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(sent);
  return text(socket);
}

describe("what is no request", () => {
  test.each([
    ["431 for an address that is too long", `GET /v2/slots?x=${"x".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ["431 for headers that are too long", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["400 for a first line of something else", "EHLO example.com\r\n\r\n", 400],
    ["400 for two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400],
  ])("%s, in the envelope, and the connection ends", async (_, sent, status) => {
    const [head = "", body = ""] = (await exchange(sent)).split("\r\n\r\n");
    expect(head.split("\r\n")).toEqual(
      expect.arrayContaining([expect.stringMatching(`^HTTP/1.1 ${status} `), "Connection: close"]),
    );
    expect(JSON.parse(body)).toMatchObject({ status: "error", error: { code: expect.stringMatching(/Exception$/) } });
  });
});
