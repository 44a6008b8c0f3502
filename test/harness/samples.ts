import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** A block of code on a page, and the block of output after it, if there is one. */
export interface Sample {
  line: number;
  language: string;
  code: string;
  shows: string;
  answer: string;
}

/** The blocks in these languages; `""` is a block that names none. */
export function samplesOf(page: string, languages: readonly string[]): Sample[] {
  const blocks = [...page.matchAll(/^```([\w ]*)\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(({ 1: language = "", 2: code = "", index }, at) => {
    if (!languages.includes(language)) return [];
    const [, shows = "", answer = ""] = blocks[at + 1] ?? [];
    return [{ line: page.slice(0, index).split("\n").length, language, code, shows, answer }];
  });
}

/** What a program prints: an ES module for this Node, or a script for bash. */
export async function outputOf(
  kind: "module" | "script",
  code: string,
  env: Record<string, string | undefined>,
): Promise<string> {
  const [program, args] = kind === "module" ? [process.execPath, ["--input-type=module", "-e"]] : ["bash", ["-euc"]];
  const options = { env: { PATH: process.env.PATH, ...env } };
  return (await promisify(execFile)(program, [...args, code], options)).stdout;
}

/** A process has the real clock, so the dates of the pages, weeks in winter, are moved on by whole years of weeks. */
export function inTheFuture(text: string): string {
  const [weekMs, shown] = [7 * 86_400_000, Date.parse("2026-11-23T00:00:00Z")];
  const winterWeeks = [0, 52, 104, 156, 208, 261, 313, 365, 417, 470, 522];
  const weeks = winterWeeks.find((count) => shown + count * weekMs > Date.now() + weekMs / 7) ?? 522;
  return text.replace(/\b2026-(11|12)-\d\d(?!\d)/g, (date) =>
    new Date(Date.parse(date) + weeks * weekMs).toISOString().slice(0, 10),
  );
}
