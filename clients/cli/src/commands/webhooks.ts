import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { verifyWebhook } from "@kalends/sdk";
import { Command } from "commander";
import pc from "picocolors";
import { exitCodes, UsageError } from "../exit-codes.js";
import { readNumber } from "../global-options.js";
import { say } from "../output/print.js";
import { cellOf, isRecord } from "../output/values.js";

interface ListenOptions {
  port: number;
  host: string;
  secret?: string;
  json?: boolean;
  count?: number;
}

/** What the group of the operations on webhooks has besides. */
export function webhookCommands(): Command[] {
  return [
    new Command("listen")
      .description("receive deliveries on this machine, verify and print them")
      .option("--port <number>", "0 for any that is free", readNumber, 8787)
      .option("--host <address>", "where to listen", "127.0.0.1")
      .option("--secret <text>", "the webhook's secret, else CAL_WEBHOOK_SECRET")
      .option("--count <number>", "end after so many deliveries", readNumber)
      .option("--json", "print each delivery as one line of JSON")
      .action(listen),
    new Command("verify")
      .description("tell whether a delivery is genuine: exit code 0 if it is, 1 if not")
      .requiredOption("--signature <hex>", "the value of X-Cal-Signature-256")
      .option("--secret <text>", "the webhook's secret, else CAL_WEBHOOK_SECRET")
      .option("--body <file>", "the body byte for byte; - for standard input", "-")
      .option("-q, --quiet", "tell it by the exit code alone")
      .action(verify),
  ];
}

async function verify(options: { signature: string; secret?: string; body: string; quiet?: boolean }): Promise<void> {
  const secret = secretOf(options);
  if (secret === undefined) throw new UsageError("There is no secret.", "Give --secret, or set CAL_WEBHOOK_SECRET.");
  const body = readFileSync(options.body === "-" ? 0 : options.body);
  const isGenuine = await verifyWebhook(body, options.signature, secret);
  if (!options.quiet) say(isGenuine ? "Genuine." : "Not genuine: another secret, or not the bytes that were signed.");
  if (!isGenuine) process.exitCode = exitCodes.failed;
}

const secretOf = ({ secret }: { secret?: string }): string | undefined =>
  secret || process.env.CAL_WEBHOOK_SECRET || undefined;

async function listen(options: ListenOptions): Promise<void> {
  const secret = secretOf(options);
  let left = options.count ?? Number.POSITIVE_INFINITY;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.method !== "POST") return void response.writeHead(405).end();
    const header = request.headers["x-cal-signature-256"];
    const isGenuine = secret === undefined ? null : await verifyWebhook(body, header, secret);
    // What is not genuine is told so, as a receiver in production would.
    response.writeHead(isGenuine === false ? 401 : 200).end();
    say((options.json ? jsonLine : humanLine)({ request, body, isGenuine }));
    if (--left <= 0) server.close(() => process.exit(0));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, options)));
    server.listen(options.port, options.host, resolve);
  });
  stopOnSignals(() => server.close());
  const { port } = server.address() as AddressInfo;
  const checks = secret === undefined ? "without checking signatures (no secret)" : "checking signatures";
  const url = `http://${options.host}:${port}/`;
  process.stderr.write(`Listening on ${url} ${checks}. Ctrl-C ends it.
To be told: kalends webhooks create --subscriber-url ${url} --triggers BOOKING_CREATED${secret === undefined ? "" : " --secret …"}
A Kalends posts to such an address only where KALENDS_ALLOW_PRIVATE_WEBHOOKS=true.\n`);
}

function stopOnSignals(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop();
      process.exit(signal === "SIGINT" ? exitCodes.interrupted : exitCodes.done);
    });
  }
}

const listenError = ({ code, message }: NodeJS.ErrnoException, { port }: ListenOptions): Error =>
  code === "EADDRINUSE"
    ? new UsageError(`Port ${port} is taken.`, "Choose another one with --port, 0 for any.")
    : new Error(message);

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Delivery {
  request: IncomingMessage;
  body: Buffer;
  /** Null: it could not be checked. */
  isGenuine: boolean | null;
}

function jsonLine({ request, body, isGenuine }: Delivery): string {
  return JSON.stringify({ genuine: isGenuine, delivery: request.headers["x-kalends-delivery"], ...parsed(body) });
}

function humanLine({ request, body, isGenuine }: Delivery): string {
  const { triggerEvent, payload } = parsed(body);
  const mark = isGenuine === null ? pc.yellow("unchecked") : isGenuine ? pc.green("genuine") : pc.red("NOT GENUINE");
  const facts = isRecord(payload) ? [payload.uid, payload.title, payload.startTime].filter(Boolean).map(cellOf) : [];
  const attempt =
    Number(request.headers["x-kalends-attempt"] ?? 1) > 1 ? `attempt ${request.headers["x-kalends-attempt"]}` : "";
  return [mark, cellOf(triggerEvent) || `${body.length} bytes`, ...facts, attempt].filter(Boolean).join("  ");
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString());
    return isRecord(value) ? value : { body: value };
  } catch {
    return { body: body.toString() };
  }
}
