import { Pool } from "pg";

/** The yardstick of booking: bare single-row inserts into a table with the same exclusion constraint; rows per second. */
export async function measureInserts(databaseUrl: string, connections: number, seconds: number): Promise<number> {
  const pool = new Pool({ connectionString: databaseUrl, max: connections });
  await pool.query(`
    drop table if exists bench_insert;
    create table bench_insert (
      id int generated always as identity primary key, user_id int not null, during tstzrange not null,
      exclude using gist (int4range(user_id, user_id, '[]') with &&, during with &&))`);
  const text = "insert into bench_insert (user_id, during) values ($1, tstzrange($2, $3))";
  const endsAt = performance.now() + seconds * 1000;
  let rows = 0;
  const insertUntilEnd = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const from = Date.UTC(2030, 0, 1) + rows++ * 1_800_000;
      await pool.query({ name: "insert", text, values: [1, new Date(from), new Date(from + 1_800_000)] });
    }
  };
  await Promise.all(Array.from({ length: connections }, insertUntilEnd));
  await pool.end();
  return rows / seconds;
}
