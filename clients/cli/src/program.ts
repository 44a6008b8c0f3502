import { Command } from "commander";
import { accountCommands } from "./commands/account.js";
import { completionCommands } from "./commands/completion.js";
import { doctorCommand } from "./commands/doctor.js";
import { operationCommand } from "./commands/operations.js";
import { serverCommands } from "./commands/serve.js";
import { webhookCommands } from "./commands/webhooks.js";
import { commands } from "./generated/commands.js";

export const version = "0.1.0";

const footer = `
Configuration: CAL_API_URL and CAL_API_KEY, or what kalends init wrote. An example:

  kalends slots list --event-type 1 --from 2026-12-01 --to 2026-12-02
  kalends bookings create --event-type 1 --start 2026-12-01T09:00:00Z \\
    --attendee-name "John Doe" --attendee-email john@example.com --attendee-time-zone UTC`;

/** The whole program. Of the groups only the one that is asked for is filled, which keeps a start short. */
export function buildProgram(args: readonly string[]): Command {
  const program = new Command("kalends")
    .description("Scheduling from the command line, against Kalends and every server that speaks the Cal.com API v2.")
    .version(version)
    .addHelpText("after", footer)
    .showHelpAfterError("(--help tells more)")
    .exitOverride();
  const own = [...serverCommands(), ...accountCommands(), doctorCommand()];
  const groups = Object.keys(commands).sort();
  const find = (name: string): Command | undefined =>
    name in commands ? groupCommand(name) : own.find((command) => command.name() === name);
  const [completion, complete] = completionCommands(find, () => [
    ...own.map((one) => one.name()),
    "completion",
    ...groups,
  ]);
  for (const command of own) program.addCommand(command);
  if (completion) program.addCommand(completion);
  if (complete) program.addCommand(complete, { hidden: true });
  for (const name of groups)
    program.addCommand(args.includes(name) ? groupCommand(name) : new Command(name).description(aboutOf(name)));
  return inherit(program);
}

function groupCommand(name: string): Command {
  const group = new Command(name).description(aboutOf(name));
  for (const row of commands[name] ?? []) group.addCommand(operationCommand(row));
  for (const command of name === "webhooks" ? webhookCommands() : []) group.addCommand(command);
  return group;
}

function aboutOf(name: string): string {
  const names = (commands[name] ?? []).map((row) => row.name);
  return names.length > 6 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");
}

/** Commands that are made by themselves do not know how their parents tell errors. */
function inherit(command: Command): Command {
  for (const child of command.commands) inherit(child.copyInheritedSettings(command));
  return command;
}
