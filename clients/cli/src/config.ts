import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { UsageError } from "./exit-codes.js";

/** What `kalends init` and `kalends login` write. */
export interface StoredConfig {
  url?: string;
  apiKey?: string;
}

/** What a command runs with, and where each part of it came from. */
export interface Config {
  url: string;
  urlFrom: string;
  apiKey: string | undefined;
  apiKeyFrom: string;
}

export const hostedUrl = "https://api.cal.com/v2";

/** `KALENDS_CONFIG`, else the usual place of the platform. */
export function configFile(): string {
  const folder = process.env.XDG_CONFIG_HOME || join(homedir(), ".config");
  return process.env.KALENDS_CONFIG || join(folder, "kalends", "config.json");
}

export function readStored(): StoredConfig {
  const file = configFile();
  try {
    return JSON.parse(readFileSync(file, "utf8")) as StoredConfig;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`, "Remove it and run kalends init.");
  }
}

/** For its owner only: it holds a key. */
export function writeStored(config: StoredConfig): string {
  const file = configFile();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts for new files only.
  chmodSync(file, 0o600);
  return file;
}

/** The option, else the environment, else the stored file. A stored key goes to the server that it was stored for, and to no other. */
export function readConfig(urlOption?: string): Config {
  const stored = readStored();
  const [url, urlFrom] = firstOf([
    [urlOption, "--url"],
    [process.env.CAL_API_URL, "CAL_API_URL"],
    [stored.url, configFile()],
    [hostedUrl, "the default"],
  ]);
  const isItsServer = normalUrl(url) === normalUrl(stored.url ?? hostedUrl);
  const [apiKey, apiKeyFrom] = firstOf([
    [process.env.CAL_API_KEY, "CAL_API_KEY"],
    [isItsServer ? stored.apiKey : undefined, configFile()],
    [undefined, "nowhere"],
  ]);
  return { url: normalUrl(url), urlFrom, apiKey, apiKeyFrom };
}

function firstOf<Value extends string | undefined>(
  choices: [Value, string][],
): [Exclude<Value, undefined> | never, string] {
  const found = choices.find(([value]) => value) ?? choices.at(-1);
  return found as [Exclude<Value, undefined>, string];
}

/** `http://localhost:3000/` is the same server as `http://localhost:3000/v2`. */
export function normalUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new UsageError(`"${text}" is not the address of a server.`, "An example: http://localhost:3000/v2");
  }
  const { origin, pathname } = new URL(text);
  const path = pathname.replace(/\/+$/, "");
  return `${origin}${path === "" ? "/v2" : path}`;
}
