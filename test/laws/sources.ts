import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** One file of the program, as text. */
export interface Source {
  /** From the root of the repository: `server/domains/me/view.ts`. */
  path: string;
  text: string;
  /** The text with its comments blanked out, so that words in them break no law. */
  code: string;
  imports: Import[];
}

export interface Import {
  /** A path of the repository (`server/errors.ts`), or the name of a package (`zod`, `node:fs`). */
  target: string;
  isPackage: boolean;
  /** Gone at run time. */
  isType: boolean;
}

/** Every file below a folder whose path ends so. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The program itself, without its tests. */
export function programSources(): Source[] {
  return filesBelow("server", ".ts")
    .filter((path) => !path.endsWith(".test.ts"))
    .map(readSource);
}

function readSource(path: string): Source {
  const text = readFileSync(path, "utf8");
  const code = withoutComments(text);
  return { path, text, code, imports: importsOf(path, code) };
}

/** Strings are matched too, so that `https://` begins no comment. */
export function withoutComments(text: string): string {
  const stringOrComment = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(stringOrComment, (_, string: string | undefined) => string ?? " ");
}

function importsOf(path: string, code: string): Import[] {
  const statements = code.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^"'`;]*?\sfrom\s+)?"([^"]+)"/gm);
  const dynamic = code.matchAll(/(?<!type\s+[\w\s=]*)\bimport\(\s*"([^"]+)"\s*\)/g);
  return [
    ...[...statements].map(([, type, name]) => importOf(path, name ?? "", type !== undefined)),
    ...[...dynamic].map(([, name]) => importOf(path, name ?? "", false)),
  ];
}

function importOf(path: string, name: string, isType: boolean): Import {
  if (!name.startsWith(".")) return { target: name, isPackage: true, isType };
  const target = normalize(join(dirname(path), name)).replace(/\.js$/, ".ts");
  return { target, isPackage: false, isType };
}
