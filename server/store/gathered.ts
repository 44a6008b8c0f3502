import type { Db } from "./store.js";

interface Asked<Key, Row> {
  keys: Set<Key>;
  rows: Promise<Map<Key, Row>>;
}

/**
 * A look-up by key whose questions of one turn of the event loop travel as one statement: what many requests ask at once
 * costs the store little more than what one asks. `load` gets each key once.
 */
export function gathered<Key, Row>(
  load: (db: Db, keys: Key[]) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): (db: Db, key: Key) => Promise<Row | undefined> {
  const open = new WeakMap<Db, Asked<Key, Row>>();

  const begin = (db: Db): Asked<Key, Row> => {
    const keys = new Set<Key>();
    const rows = endOfTurn().then(async () => {
      open.delete(db);
      return new Map((await load(db, [...keys])).map((row) => [keyOf(row), row]));
    });
    return { keys, rows };
  };

  return async (db, key) => {
    const asked = open.get(db) ?? begin(db);
    open.set(db, asked);
    asked.keys.add(key);
    return (await asked.rows).get(key);
  };
}

const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
