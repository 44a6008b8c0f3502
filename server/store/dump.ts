import { writeFile } from "node:fs/promises";
import { Kysely, PostgresDialect } from "kysely";
import { migrate } from "./migrate.js";
import { openEmbedded } from "./pglite.js";

/** Writes a dump of a fresh, migrated embedded store: a first start loads it in a second instead of running initdb. */
export async function writeFreshDump(file: string): Promise<void> {
  const pool = await openEmbedded({});
  const db = new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) });
  await migrate(db);
  const dump = await pool.pglite.dumpDataDir("gzip");
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  await db.destroy();
}

const target = process.argv[2];
if (target && process.argv[1]?.endsWith("dump.js")) await writeFreshDump(target);
