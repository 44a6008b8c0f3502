import { readFileSync } from "node:fs";
import type { Kalends } from "@kalends/sdk";
import { Command } from "commander";
import { clientFor } from "../client.js";
import { type Config, hostedUrl, normalUrl, readConfig, readStored, writeStored } from "../config.js";
import { Interrupted, UsageError } from "../exit-codes.js";
import { type GlobalOptions, withGlobalOptions } from "../global-options.js";
import { printData, say } from "../output/print.js";
import { withProgress } from "../output/progress.js";

interface SetupOptions extends GlobalOptions {
  keyStdin?: boolean;
  check: boolean;
}

/** Who one is to the server: `init`, `login`, `logout`, `whoami`. */
export function accountCommands(): Command[] {
  const init = new Command("init").description("choose a server, give its key, and write both to the configuration");
  const login = new Command("login").description("give the key for the server that is configured");
  const whoami = withGlobalOptions(new Command("whoami").description("tell whose key is used, and on which server"));
  return [
    withSetup(init).action((options: SetupOptions) => setUp(options, true)),
    withSetup(login).action((options: SetupOptions) => setUp(options, false)),
    new Command("logout").description("forget the stored key").action(forget),
    whoami.action(tellWho),
  ];
}

const withSetup = (command: Command): Command =>
  command
    .option("--url <address>", "the server, such as http://localhost:3000/v2")
    .option("--key-stdin", "read the key from standard input, for scripts")
    .option("--no-check", "write it down without asking the server");

async function setUp(options: SetupOptions, asksUrl: boolean): Promise<void> {
  const known = readConfig(options.url);
  const url = asksUrl && !options.url ? await askUrl(known) : known.url;
  const apiKey = await askKey(options);
  if (options.check) await check(clientFor({}, { ...known, url, apiKey }), url);
  const file = writeStored({ ...readStored(), url, apiKey });
  say(`Written to ${file}.`);
  for (const name of ["CAL_API_URL", "CAL_API_KEY"].filter((one) => process.env[one])) {
    say(`Note: ${name} is set in the environment and goes before it.`);
  }
}

const isInteractive = (): boolean => Boolean(process.stdin.isTTY && process.stdout.isTTY);

async function askUrl({ url, urlFrom }: Config): Promise<string> {
  if (!isInteractive()) {
    if (urlFrom !== "the default") return url;
    throw new UsageError(
      "Which server? There is no terminal to ask on.",
      "Give it: kalends init --url http://localhost:3000/v2 --key-stdin",
    );
  }
  const { text } = await import("@clack/prompts");
  const answer = await text({
    message: "Address of the server",
    initialValue: url,
    placeholder: hostedUrl,
    validate: (typed) => faultOf(typed ?? ""),
  });
  return normalUrl(answered(answer));
}

function faultOf(url: string): string | undefined {
  try {
    normalUrl(url);
    return undefined;
  } catch (error) {
    const { message, hint } = error as UsageError;
    return `${message} ${hint}`;
  }
}

async function askKey({ keyStdin }: SetupOptions): Promise<string> {
  const key = keyStdin ? readFileSync(0, "utf8").trim() : process.env.CAL_API_KEY || (await promptForKey());
  if (!key) throw new UsageError("The key is empty.");
  return key;
}

async function promptForKey(): Promise<string> {
  if (!isInteractive()) {
    throw new UsageError(
      "Which key? There is no terminal to ask on.",
      "Set CAL_API_KEY, or pipe the key in: kalends login --key-stdin < file",
    );
  }
  const { password } = await import("@clack/prompts");
  return answered(await password({ message: "API key (cal_…)" })).trim();
}

function answered(answer: string | symbol): string {
  if (typeof answer === "string") return answer;
  throw new Interrupted("Nothing was written.");
}

async function check(kalends: Kalends, url: string): Promise<void> {
  const { name, email } = await withProgress("Checking the key", () => kalends.me.get());
  say(`${name ?? ""} <${email}> on ${url}`.trim());
}

function forget(): void {
  const { apiKey, ...rest } = readStored();
  writeStored(rest);
  say(apiKey ? "The key is forgotten." : "There was none.");
}

async function tellWho(options: GlobalOptions): Promise<void> {
  const config = readConfig(options.url);
  if (!config.apiKey)
    throw new UsageError(`There is no key for ${config.url}.`, "Set CAL_API_KEY, or run kalends login.");
  const me = await withProgress("Asking", () => clientFor(options, config).me.get());
  const { id, username, name, email, timeZone } = me;
  printData(
    options.json ? me : { id, username, name, email, timeZone, server: config.url, key: `from ${config.apiKeyFrom}` },
    options,
  );
}
