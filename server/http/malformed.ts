import type { Socket } from "node:net";

interface Refused {
  status: number;
  reason: string;
  message: string;
}

const malformed: Refused = { status: 400, reason: "Bad Request", message: "This is no HTTP request." };

/** By the codes of Node's HTTP parser. */
const refusals: Record<string, Refused> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: "Request Header Fields Too Large",
    message: "Address and headers of a request may be 16 kB long.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: "Request Timeout", message: "The request did not arrive in time." },
};

/**
 * Tells what Node refuses before there is a request to answer (RFC 9110, 15.5; RFC 6585, 5) as every other error is told. The
 * connection ends with it, for nobody knows where the next request on it would begin.
 */
export function refuseMalformed({ code }: { code?: string }, socket: Socket): void {
  if (code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const { status, reason, message } = refusals[code ?? ""] ?? malformed;
  const error = { code: `${reason.replaceAll(" ", "")}Exception`, message };
  const body = JSON.stringify({ status: "error", timestamp: new Date().toISOString(), path: null, message, error });
  const lines = [
    `HTTP/1.1 ${status} ${reason}`,
    "Connection: close",
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
