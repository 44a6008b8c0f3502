import { Argument, Command } from "commander";
import { say } from "../output/print.js";

/** The scripts only ask this program; what it knows is completed without being written twice. */
const scripts: Record<string, string> = {
  bash: `_kalends() {
  local IFS=$'\\n'
  COMPREPLY=($(kalends __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _kalends kalends`,
  zsh: `#compdef kalends
_kalends() {
  local -a found
  found=("\${(@f)$(kalends __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a found
}
compdef _kalends kalends`,
  fish: `complete -c kalends -f -a '(kalends __complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`,
};

const places: Record<string, string> = {
  bash: 'eval "$(kalends completion bash)" in ~/.bashrc',
  zsh: 'eval "$(kalends completion zsh)" in ~/.zshrc, after compinit',
  fish: "kalends completion fish > ~/.config/fish/completions/kalends.fish",
};

export function completionCommands(find: (group: string) => Command | undefined, names: () => string[]): Command[] {
  const help = Object.values(places).map((place) => `  ${place}`);
  const completion = new Command("completion")
    .description("print a script that completes commands and options in a shell")
    .addArgument(new Argument("<shell>").choices(Object.keys(scripts)))
    .addHelpText("after", `\nUse it with one of\n${help.join("\n")}`)
    .action((shell: string) => say(scripts[shell] ?? ""));
  const complete = new Command("__complete").argument("[words...]").action((words: string[]) => {
    for (const word of candidates(words, find, names)) say(word);
  });
  return [completion, complete];
}

/** What the last of the words may become. */
export function candidates(
  words: string[],
  find: (group: string) => Command | undefined,
  names: () => string[],
): string[] {
  const begun = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  const group = find(before[0] ?? "");
  const command = group?.commands.find((one) => one.name() === before[1]) ?? group;
  const flags = command
    ? command
        .createHelp()
        .visibleOptions(command)
        .map(({ long }) => long ?? "")
    : [];
  const values = choicesOf(command, before.at(-1));
  const next =
    before.length === 0 ? names() : before.length === 1 ? (group?.commands.map((one) => one.name()) ?? []) : [];
  const all = values ?? (begun.startsWith("-") ? flags : next);
  return all.filter((word) => word.startsWith(begun));
}

const choicesOf = (command: Command | undefined, flag: string | undefined): string[] | undefined =>
  command?.options.find(({ long }) => flag !== undefined && long === flag)?.argChoices as string[] | undefined;
