import { type Command, InvalidArgumentError } from "commander";

/** What every command that asks the server understands. */
export interface GlobalOptions {
  json?: boolean;
  quiet?: boolean;
  url?: string;
  timeout?: number;
}

export function withGlobalOptions(command: Command): Command {
  return command
    .option("--json", "print JSON instead of a table")
    .option("-q, --quiet", "print nothing but ids")
    .option("--url <address>", "the server, else CAL_API_URL, else the stored one")
    .option("--timeout <seconds>", "how long to wait for each answer", readNumber);
}

export function readNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) throw new InvalidArgumentError("It must be a number.");
  return number;
}
