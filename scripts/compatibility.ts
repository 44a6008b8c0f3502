import { execFileSync } from "node:child_process";

/** One tag of the contract: served/existing of each column. */
interface Row {
  tag: string;
  counts: string[];
}

const columns = ["operations", "parameters", "request fields", "enum values", "response fields"];

/** A README with the table "What is compatible today" between its two marks as it is now. */
export function withCompatibility(readme: string): string {
  const marked = /(<!-- compatibility -->\n)[\s\S]*?(<!-- \/compatibility -->)/;
  if (!marked.test(readme)) throw new Error("The README has no marks for the table of compatibility.");
  return readme.replace(marked, (_, begin, end) => `${begin}\n${printTable(compareWithContract())}\n${end}`);
}

/** What `test/contract/check.mjs` says of docs/openapi.json; its last row is the sum. */
function compareWithContract(): Row[] {
  const report = execFileSync("node", ["test/contract/check.mjs", "docs/openapi.json"], { encoding: "utf8" });
  const row = /^(.+?)((?: +\d+\/\d+){5}) +\d+$/gm;
  return [...report.matchAll(row)].map(([, tag = "", counts = ""]) => ({ tag, counts: counts.trim().split(/ +/) }));
}

function printTable(rows: Row[]): string {
  const tags = rows.slice(0, -1);
  const served = tags.filter(isServed);
  const cells = [
    ["tag", ...columns],
    ["---", ...columns.map(() => "---:")],
    ...[...served, ...rows.slice(-1)].map(({ tag, counts }) => [tag, ...counts]),
  ];
  const table = cells.map((row) => `| ${row.join(" | ")} |`).join("\n");
  return `${table}\n\n${tags.length - served.length} further tags of the contract have nothing yet.\n`;
}

const isServed = ({ counts }: Row): boolean => !counts[0]?.startsWith("0/");
