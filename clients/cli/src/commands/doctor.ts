import { KalendsError } from "@kalends/sdk";
import { Command } from "commander";
import pc from "picocolors";
import { clientFor } from "../client.js";
import { type Config, readConfig } from "../config.js";
import { exitCodes } from "../exit-codes.js";
import { commands } from "../generated/commands.js";
import { type GlobalOptions, withGlobalOptions } from "../global-options.js";
import { say } from "../output/print.js";
import { withProgress } from "../output/progress.js";

/** What was looked at, whether it is well, and if not what to do. */
interface Finding {
  what: string;
  isWell: boolean;
  found: string;
  advice?: string;
}

export function doctorCommand(): Command {
  const command = new Command("doctor").description(
    "check configuration, connection, clock, versions and key, and say what to do",
  );
  return withGlobalOptions(command).action(examine);
}

async function examine(options: GlobalOptions): Promise<void> {
  const findings = await withProgress("Looking", () => findAll(options, readConfig(options.url)));
  if (options.json) say(JSON.stringify(findings, null, 2));
  else for (const finding of findings) say(lineOf(finding));
  if (findings.some(({ isWell }) => !isWell)) process.exitCode = exitCodes.failed;
}

function lineOf({ what, isWell, found, advice }: Finding): string {
  const line = `${isWell ? pc.green("ok ") : pc.red("BAD")}  ${what.padEnd(14)} ${found}`;
  return advice ? `${line}\n     ${" ".repeat(14)} → ${advice}` : line;
}

async function findAll(options: GlobalOptions, config: Config): Promise<Finding[]> {
  const server = await reach(options, config);
  return [
    node(),
    { what: "server", isWell: true, found: `${config.url} (${config.urlFrom})` },
    server.finding,
    ...(server.headers ? [clock(server.headers), versions(server.body), await key(options, config)] : []),
    secret(),
  ];
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isWell = major > 20 || (major === 20 && minor >= 19);
  return { what: "Node.js", isWell, found: process.versions.node, advice: isWell ? undefined : "Use 20.19 or newer." };
}

async function reach(options: GlobalOptions, config: Config) {
  try {
    const { headers, body } = await clientFor(options, config).request(
      { method: "GET", path: "/v2/versions" },
      { maxRetries: 0 },
    );
    return { headers, body, finding: { what: "connection", isWell: true, found: "answers" } };
  } catch (error) {
    // The hosted service has no such page, but a refusal is an answer too.
    if (error instanceof KalendsError && error.status !== undefined && error.status < 500) {
      return {
        headers: new Headers(),
        body: {},
        finding: { what: "connection", isWell: true, found: "answers, without telling its versions" },
      };
    }
    const advice = "Start the server (kalends serve), or set CAL_API_URL to where it runs.";
    return {
      headers: null,
      body: {},
      finding: { what: "connection", isWell: false, found: (error as Error).message, advice },
    };
  }
}

const tolerableSkewMs = 30_000;

function clock(headers: Headers): Finding {
  const date = headers.get("date");
  if (!date) return { what: "clock", isWell: true, found: "not compared: the server tells no time" };
  const skewMs = Date.now() - Date.parse(date);
  const isWell = Math.abs(skewMs) < tolerableSkewMs;
  const found = isWell
    ? "agrees with the server's"
    : `${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs > 0 ? "ahead of" : "behind"} the server's`;
  return {
    what: "clock",
    isWell,
    found,
    advice: isWell ? undefined : "Synchronise this machine's clock, or the server's (NTP).",
  };
}

/** Does the server know every version that this program sends? */
function versions({ data }: Record<string, unknown>): Finding {
  if (!Array.isArray(data)) return { what: "versions", isWell: true, found: "not told" };
  const served = data as { domain: string; serves: Record<string, string> }[];
  const unknown = Object.entries(commands).flatMap(([domain, rows]) => {
    const row = served.find((one) => one.domain === domain);
    return [...new Set(rows.flatMap(({ version }) => version ?? []))].filter(
      (version) => row && !(version in row.serves),
    );
  });
  const isWell = unknown.length === 0;
  const found = isWell ? "all that this program speaks" : `not known: ${unknown.join(", ")}`;
  return {
    what: "versions",
    isWell,
    found,
    advice: isWell ? undefined : "Bring the server and this program to the same release.",
  };
}

async function key(options: GlobalOptions, config: Config): Promise<Finding> {
  if (!config.apiKey)
    return { what: "key", isWell: false, found: "none", advice: "Set CAL_API_KEY, or run kalends login." };
  try {
    const { email } = await clientFor(options, config).me.get({ maxRetries: 0 });
    return { what: "key", isWell: true, found: `of ${email} (${config.apiKeyFrom})` };
  } catch (error) {
    const advice = "Run kalends login with a key of this server; the operator's was shown at its first start.";
    return { what: "key", isWell: false, found: `${(error as Error).message} (${config.apiKeyFrom})`, advice };
  }
}

function secret(): Finding {
  const found = process.env.CAL_WEBHOOK_SECRET ? "set" : "not set: only needed to verify webhooks (CAL_WEBHOOK_SECRET)";
  return { what: "webhook secret", isWell: true, found };
}
