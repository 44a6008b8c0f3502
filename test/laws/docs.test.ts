import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "./sources.js";

const pages = [...(existsSync("README.md") ? ["README.md"] : []), ...filesBelow("docs", ".md")];

/** What a cited path may begin with: a folder of the repository, or a room of server/. */
const roots = ["server", "test", "docs", "scripts", "bench", ".ci"];
const rooms = ["core", "domains", "http", "jobs", "outside", "store"];

test.each(pages)("every path that %s cites exists", (page) => {
  const prose = readFileSync(page, "utf8").replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
  const cited = [...citedInBackticks(prose), ...linksOf(prose).map((link) => join(dirname(page), link))];
  expect(cited.filter((path) => !exists(path)).map((path) => `${page} cites ${path}`)).toEqual([]);
});

/** `server/domains/me/update.ts`, `core/time/`, with or without a line number; placeholders and globs are not paths. */
function citedInBackticks(prose: string): string[] {
  return [...prose.matchAll(/`([^`\s]+)`/g)]
    .map(([, text]) => (text ?? "").replace(/^\.\//, "").replace(/:\d+(-\d+)?$/, ""))
    .filter((text) => text.includes("/") && [...roots, ...rooms].includes(text.split("/")[0] ?? ""))
    .filter((text) => !/[<>{}*…]/.test(text));
}

const linksOf = (prose: string): string[] =>
  [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => (target ?? "").replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^([a-z]+:|\/)/.test(target));

const exists = (path: string): boolean => existsSync(path) || existsSync(join("server", path));
