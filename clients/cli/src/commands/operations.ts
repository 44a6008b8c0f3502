import { type Call, fillPath, listPages } from "@kalends/sdk";
import { Command, Option } from "commander";
import { clientFor } from "../client.js";
import type { CommandRow, OptionRow } from "../command-row.js";
import { readFields } from "../fields.js";
import { type GlobalOptions, readNumber, withGlobalOptions } from "../global-options.js";
import { printData, say } from "../output/print.js";
import { withProgress } from "../output/progress.js";

interface OperationOptions extends GlobalOptions {
  data?: string;
  all?: boolean;
  apiVersion?: string;
}

/** `kalends bookings create`: one operation of the table as a command. */
export function operationCommand(row: CommandRow): Command {
  const command = new Command(row.name).description(row.about);
  for (const [, id] of row.path.matchAll(/\{(\w+)\}/g)) command.argument(`<${id}>`);
  for (const option of row.options) addFlags(command, option);
  if (row.hasBody)
    command.option("--data <json>", "the body as JSON, @file or - for standard input; options go over it");
  if (row.isPaged) command.option("--all", "every page instead of the first");
  if (row.version) command.option("--api-version <date>", `another cal-api-version than ${row.version}`);
  withGlobalOptions(command);
  return command.action(() => run(row, command));
}

function addFlags(command: Command, option: OptionRow): void {
  option.flags.forEach((flag, index) => {
    const added = new Option(`--${flag} ${placeholders[option.kind]}`, aboutOf(option));
    if (option.kind === "number") added.argParser(readNumber);
    if (option.choices && option.kind === "text") added.choices(option.choices.map(String));
    command.addOption(index > 0 ? added.hideHelp() : added);
  });
}

const placeholders = {
  text: "<text>",
  number: "<number>",
  boolean: "[true|false]",
  texts: "<a,b>",
  numbers: "<1,2>",
  json: "<json>",
} as const;

function aboutOf({ about, isRequired, choices, kind }: OptionRow): string {
  const shown = choices && kind !== "text" && choices.length <= 12 ? `of ${choices.join(", ")}` : "";
  return [isRequired ? "required" : "", about ?? "", shown].filter(Boolean).join("; ");
}

async function run(row: CommandRow, command: Command): Promise<void> {
  const options = command.opts<OperationOptions>();
  const fields = readFields(row, (flag) => command.getOptionValue(camelCase(flag)), options.data);
  const call: Call = {
    method: row.method,
    path: fillPath(row.path, command.args),
    version: options.apiVersion ?? row.version,
    ...fields,
  };
  const kalends = clientFor(options);
  if (row.isPaged) {
    const { data, hasMore } = await withProgress(row.about, () => listed(kalends.connection, call, options.all));
    printData(data, options);
    if (hasMore && !options.json && !options.quiet)
      say(`… and more: --skip ${data.length + Number(fields.query.skip ?? 0)}, or --all`);
  } else {
    const { data } = await withProgress(row.about, () => kalends.request(call));
    printData(data, options);
  }
}

async function listed(connection: Parameters<typeof listPages>[0], call: Call, isAll?: boolean) {
  const listing = listPages<unknown>(connection, call);
  if (!isAll) {
    const { data, hasNextPage } = await listing;
    return { data, hasMore: hasNextPage };
  }
  const data: unknown[] = [];
  for await (const item of listing) data.push(item);
  return { data, hasMore: false };
}

/** How commander names the value of `--event-type`. */
const camelCase = (flag: string): string => flag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
