import { type Compilable, CompiledQuery, type RawBuilder, sql } from "kysely";
import type { Db } from "./store.js";

/** What `build` gets: for each argument the expression that stands for it. */
export type StandIns<Args> = { [Name in keyof Args]: RawBuilder<Args[Name]> };

type Build<Args, Row> = (db: Db, args: StandIns<Args>) => Compilable<Row> | RawBuilder<Row>;

/**
 * A statement that is put together once: building the text anew can cost as much as sending it. `build` gets a stand-in for
 * each argument, which becomes a parameter of the statement.
 */
export function prepared<Args extends object, Row>(build: Build<Args, Row>): (db: Db, args: Args) => Promise<Row[]> {
  let made: { text: string; order: (keyof Args)[] } | undefined;
  return async (db, args) => {
    made ??= compile(db, build);
    const values = made.order.map((name) => args[name]);
    return (await db.executeQuery<Row>(CompiledQuery.raw(made.text, values))).rows;
  };
}

/** Compiles with markers for arguments and reads off the order in which they became parameters. */
function compile<Args extends object, Row>(db: Db, build: Build<Args, Row>) {
  const names = new Map<symbol, keyof Args>();
  const standIns = new Proxy({} as StandIns<Args>, {
    get: (_, name) => {
      const marker = Symbol(String(name));
      names.set(marker, name as keyof Args);
      return sql.val(marker);
    },
  });
  const { sql: text, parameters } = build(db, standIns).compile(db);
  const order = parameters.map((parameter) => {
    const name = names.get(parameter as symbol);
    if (name === undefined) throw new Error("a prepared statement takes all its values as arguments");
    return name;
  });
  return { text, order };
}
