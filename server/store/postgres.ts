import { Pool, type PoolClient, types } from "pg";
import { type ClientShape, type PoolShape, type ResultShape, readers } from "./pool.js";

/**
 * A pool on a PostgreSQL server. Statements with parameters are prepared once per connection under a name of their own,
 * which saves the parse and plan of the hot ones.
 */
export function openPostgres(url: string, maxConnections: number): PoolShape {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    // Statements that are sent together travel together; the server still runs them one after the other.
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    // Statements are few and their plans do not depend on the values: planning the large ones anew costs more than running them.
    options: "-c timezone=UTC -c statement_timeout=30000 -c plan_cache_mode=force_generic_plan",
    types: { getTypeParser: (oid, format) => readers[oid] ?? types.getTypeParser(oid, format) },
  });
  // Without a listener an idle connection that the server closes would end the process; the next query reports it.
  pool.on("error", () => {});
  return {
    connect: async () => dress(await pool.connect()),
    end: () => pool.end(),
  };
}

const dressed = new WeakMap<PoolClient, ClientShape>();

function dress(client: PoolClient): ClientShape {
  const known = dressed.get(client);
  if (known) return known;
  const shape: ClientShape = {
    query: async (text, values) => {
      if (text === "begin") return begin(client);
      const name = values?.length ? statementName(text) : undefined;
      const result = await client.query({ text, values: values ? [...values] : undefined, name });
      return { command: result.command, rowCount: result.rowCount ?? 0, rows: result.rows };
    },
    release: () => client.release(),
  };
  dressed.set(client, shape);
  return shape;
}

const begun: ResultShape = { command: "BEGIN", rowCount: 0, rows: [] };

/** BEGIN travels with the first statement of its transaction; if it fails, so does that one, and tells why. */
function begin(client: PoolClient): ResultShape {
  client.query("begin").catch(() => {});
  return begun;
}

const names = new Map<string, string>();
// Texts with a varying number of placeholders must not fill the server with plans that are used once.
const mostNames = 300;

function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  const name = `k${names.size}`;
  names.set(text, name);
  return name;
}
