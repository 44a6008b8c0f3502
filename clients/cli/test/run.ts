import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export type Environment = Record<string, string>;

const program = "clients/cli/dist/main.js";

/** The built program as a process, its three streams being pipes. */
export async function inPipe(args: readonly string[], env: Environment, input = ""): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env.PATH ?? "", ...env } });
  const ran: Ran = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (ran.stdout += chunk));
  child.stderr.on("data", (chunk) => (ran.stderr += chunk));
  // It may end before it has read everything.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  await once(child, "close");
  return { ...ran, code: child.exitCode };
}

/** `kalends webhooks listen`: its address, once it is told, and what remains when it has ended. */
export function startListening(args: readonly string[], env: Environment) {
  const child = spawn(process.execPath, [program, "webhooks", "listen", ...args], {
    env: { PATH: process.env.PATH ?? "", ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const url = once(child.stderr, "data").then(([told]) => /http:\/\/\S+/.exec(String(told))?.[0] ?? "");
  const ended = once(child, "close").then(() => ({ code: child.exitCode, stdout, stderr }));
  return { url, ended, interrupt: () => child.kill("SIGINT") };
}

export const hasTerminals = spawnSync("script", ["--version"]).stdout?.includes("util-linux") ?? false;

/** The same at a terminal: what both streams show, and the exit code. */
export const atTerminal = (args: readonly string[], env: Environment, steps: readonly Step[] = []) =>
  converse([process.execPath, program, ...args], env, steps);

/** What a person waits to see, and then types. */
export type Step = [awaited: RegExp, typed: string];

/** Any program at a terminal of 40 lines and 100 columns, lent by util-linux, and a person who types. */
export async function converse(
  command: readonly string[],
  env: Environment,
  steps: readonly Step[],
): Promise<{ code: number | null; screen: string }> {
  const words = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  const child = spawn("script", ["-qec", `stty rows 40 cols 100; ${words.join(" ")}`, "/dev/null"], {
    env: { PATH: process.env.PATH ?? "", TERM: "xterm", ...env },
    // Left open: at the end of its own input `script` types Ctrl-D, and now and then waits for ever.
    stdio: ["pipe", "pipe", "pipe"],
  });
  // What never shows is seen on the screen that the test then compares.
  const patience = setTimeout(() => child.kill(), 60_000);
  const left = [...steps];
  let screen = "";
  let read = 0;
  child.stdout.on("data", (chunk) => {
    screen += chunk;
    const [awaited, typed] = left[0] ?? [];
    if (typed === undefined || !awaited?.test(screen.slice(read))) return;
    left.shift();
    read = screen.length;
    child.stdin.write(typed);
  });
  await once(child, "close");
  clearTimeout(patience);
  return { code: child.exitCode, screen: screen.replaceAll("\r\n", "\n") };
}

/** What is new each time, by what it is. */
export const settled = (text: string): string =>
  text
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, "<server>")
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "<uuid>                              ".slice(0, 36))
    .replace(/\b[1-9A-HJ-NP-Za-km-z]{22}\b/g, "<uid>")
    .replace(/\S*\/config\.json/g, "<config>")
    .replace(/\b20(?!27)\d\d-\d\d-\d\d[T ][\d:.]+Z/g, "<now>");

/** How often it was drawn depends on how busy the machine is; that it was taken back is what remains of it. */
export const withoutProgress = (screen: string): string =>
  screen
    .split("\r")
    .filter(
      (part) => !part.startsWith("\u001b[K") || (part.slice(3).trim() !== "" && !/^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/.test(part.slice(3))),
    )
    .map((part) => (part.startsWith("\u001b[K") ? part.slice(3) : part))
    .join("");
