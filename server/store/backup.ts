import { writeFile } from "node:fs/promises";
import { conflict, invalid } from "../errors.js";
import { hasEmbeddedData, openEmbedded } from "./pglite.js";

/** Writes all data of an embedded store to one file. The server must not run on the folder meanwhile. */
export async function backUp(directory: string, file: string): Promise<void> {
  if (!(await hasEmbeddedData(directory))) throw invalid(`There is no embedded store in ${directory}.`);
  const pool = await openEmbedded({ directory });
  try {
    const dump = await pool.pglite.dumpDataDir("gzip");
    await writeFile(file, Buffer.from(await dump.arrayBuffer()), { flag: "wx" });
  } finally {
    await pool.end();
  }
}

/** Makes an embedded store from a file that `backUp` wrote; a folder that holds data already is left alone. */
export async function restore(file: string, directory: string): Promise<void> {
  if (await hasEmbeddedData(directory))
    throw conflict(`There is data in ${directory} already; restore into a new folder.`);
  const pool = await openEmbedded({ directory, dumpFile: file });
  await pool.end();
}
