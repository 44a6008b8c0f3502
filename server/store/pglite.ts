import { openAsBlob } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { lockDirectory } from "./lock.js";
import { type ClientShape, type PoolShape, type ResultShape, readers } from "./pool.js";

export interface EmbeddedOptions {
  /** Folder of the data; absent: in memory. */
  directory?: string;
  /** A dump of a fresh, migrated data folder; a new store starts from it instead of from initdb. */
  dumpFile?: string;
}

/** The embedded store: PostgreSQL compiled to WebAssembly, one session, dressed as a pool. */
export async function openEmbedded(options: EmbeddedOptions): Promise<PoolShape & { pglite: PGlite }> {
  const dataDir = options.directory && `${options.directory}/pgdata`;
  if (options.directory) await mkdir(options.directory, { recursive: true });
  // The engine itself does not notice a second process on its folder, and both would lose rows.
  const unlock = options.directory ? await lockDirectory(options.directory) : async () => {};
  try {
    const isNew = !options.directory || !(await hasEmbeddedData(options.directory));
    const loadDataDir = isNew && options.dumpFile ? await openAsBlob(options.dumpFile) : undefined;
    const pglite = await PGlite.create({ dataDir, loadDataDir, parsers: readers });
    await pglite.exec("SET TIME ZONE 'UTC'");
    const end = async (): Promise<void> => {
      await pglite.close();
      await unlock();
    };
    return { ...oneAtATime(pglite), end, pglite };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Whether a folder holds an embedded store. */
export const hasEmbeddedData = (directory: string): Promise<boolean> =>
  access(`${directory}/pgdata/PG_VERSION`).then(
    () => true,
    () => false,
  );

/** Hands the one session to one client after the other, in the order of asking. */
function oneAtATime(pglite: PGlite): Pick<PoolShape, "connect"> {
  let last: Promise<void> = Promise.resolve();
  const connect = async (): Promise<ClientShape> => {
    const turn = last;
    let release = (): void => {};
    last = new Promise((resolve) => {
      release = resolve;
    });
    await turn;
    return { query: (text, values) => run(pglite, text, values), release };
  };
  return { connect };
}

async function run(pglite: PGlite, text: string, values: readonly unknown[] = []): Promise<ResultShape> {
  const command = text.trimStart().split(/\s/, 1)[0]?.toUpperCase() ?? "";
  if (values.length === 0) {
    const last = (await pglite.exec(text)).at(-1);
    return { command, rowCount: last?.affectedRows ?? 0, rows: (last?.rows ?? []) as Record<string, unknown>[] };
  }
  const result = await pglite.query<Record<string, unknown>>(text, [...values]);
  return { command, rowCount: result.affectedRows ?? 0, rows: result.rows };
}
