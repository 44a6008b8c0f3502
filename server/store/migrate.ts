import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Kysely, type Migration, Migrator, sql } from "kysely";

const folder = fileURLToPath(new URL("./migrations/", import.meta.url));

/** Applies the numbered SQL files that are not applied yet; processes that start together take turns. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  // Files are independent of each other: a lower number that comes later, from another branch, is applied as well.
  const provider = { getMigrations: readMigrations };
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql"));
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    const text = await readFile(`${folder}${name}`, "utf8");
    return [
      name.replace(/\.sql$/, ""),
      {
        up: (db) =>
          sql
            .raw(text)
            .execute(db)
            .then(() => {}),
      },
    ];
  });
  return Object.fromEntries(await Promise.all(entries));
}
