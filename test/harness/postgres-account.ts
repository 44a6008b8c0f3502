import { readFileSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";

/** Whom PostgreSQL runs as; undefined: as ourselves. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as `nobody`, else as the first other account of this machine. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  const account = accounts.find(({ name }) => name === "nobody") ?? accounts[0];
  if (!account) throw new Error("PostgreSQL refuses to run as root, and /etc/passwd knows no other account.");
  return account;
}

/** A folder for temporary files that PostgreSQL can reach: TMPDIR may lie in a private home. */
export function temporaryFolder(account: Account | undefined): string {
  const candidates = [tmpdir(), "/tmp", "/var/tmp"];
  const found = candidates.find((folder) => !account || isOpenToAll(folder));
  if (!found) throw new Error(`No temporary folder is open to the account ${account?.name}; set TMPDIR to one.`);
  return realpathSync(found);
}

/** May every account get at this file or folder? Looks at the folder's whole way down from the root. */
export function isOpenToAll(path: string): boolean {
  const real = realpathSync(path);
  const parent = dirname(real);
  const { mode } = statSync(real);
  const needs = statSync(real).isDirectory() ? 0o001 : 0o004;
  return (mode & needs) === needs && (parent === real || isOpenToAll(parent));
}
