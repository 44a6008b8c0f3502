import { Client, type ClientConfig, Pool, type PoolClient, type PoolConfig, types } from "pg";
import { type ClientShape, type PoolShape, type ResultShape, readers } from "./pool.js";
import { sendAtEndOfTurn } from "./sending.js";
import { createSharedClient } from "./shared-client.js";

/** How many connections carry the statements outside transactions. */
const sharedConnections = 2;

/**
 * A PostgreSQL server as a pool. A transaction has a connection to itself; statements outside transactions travel together
 * over a few shared ones, which spares the server a process to wake for each of them.
 */
export function openPostgres(url: string, maxConnections: number): PoolShape {
  const config = configFor(url);
  const pool = createPool({ ...config, max: maxConnections });
  const shared = Array.from({ length: sharedConnections }, () => createSharedClient(() => new Client(config)));
  let turn = 0;
  return {
    connect: async () => {
      turn = (turn + 1) % sharedConnections;
      const reader = shared[turn];
      if (!reader) throw new Error("no shared connection");
      return clientFor(pool, (text, values) => reader.query(text, values, statementName(text, values)));
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    end: async () => {
      await Promise.all(shared.map((client) => client.end()));
      await pool.end();
    },
  };
}

/**
 * A plain pool, in which whoever connects has a connection to himself from then on. Migrations need that: their lock belongs
 * to the session that took it.
 */
export function openPlainPostgres(url: string): Pool {
  return createPool({ ...configFor(url), pipeline: false, max: 2 });
}

const configFor = (url: string): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: 10_000,
  // Statements that are sent together travel together; the server still runs them one after the other.
  pipeline: true,
  // Statements are few and their plans do not depend on the values: planning the large ones anew costs more than running them.
  options: "-c timezone=UTC -c statement_timeout=30000 -c plan_cache_mode=force_generic_plan",
  types: { getTypeParser: (oid, format) => readers[oid] ?? types.getTypeParser(oid, format) },
});

function createPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  // Without a listener an idle connection that the server closes would end the process; the next query reports it.
  pool.on("error", () => {});
  // The same for one that is lost in the middle of a transaction, between two statements.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** What one user of the pool gets: the shared connection, until a transaction begins. */
function clientFor(pool: Pool, shared: ClientShape["query"]): ClientShape {
  let own: PoolClient | undefined;
  return {
    query: async (text, values) => {
      if (text === "begin") {
        own = await pool.connect();
        return begin(own);
      }
      if (!own) return shared(text, values);
      sendAtEndOfTurn(own);
      const result = await own.query({ text, values: values && [...values], name: statementName(text, values) });
      return { command: result.command, rowCount: result.rowCount ?? 0, rows: result.rows };
    },
    release: () => {
      own?.release();
      own = undefined;
    },
  };
}

const begun: ResultShape = { command: "BEGIN", rowCount: 0, rows: [] };

/** BEGIN travels with the first statement of its transaction; if it fails, so does that one, and tells why. */
function begin(client: PoolClient): ResultShape {
  sendAtEndOfTurn(client);
  client.query("begin").catch(() => {});
  return begun;
}

const names = new Map<string, string>();
// Texts with a varying number of placeholders must not fill the server with plans that are used once.
const mostNames = 300;

/**
 * Statements with parameters are prepared once per connection under a name of their own, which saves the parse and the plan
 * of the hot ones.
 */
function statementName(text: string, values: readonly unknown[] | undefined): string | undefined {
  if (!values?.length) return undefined;
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  const name = `k${names.size}`;
  names.set(text, name);
  return name;
}
