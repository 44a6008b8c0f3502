import Fastify from "fastify";
import { Pool } from "pg";

// A yardstick in a process of its own: `hello`, or `floor` with its database and the size of the answer to compare with.
const [kind, port, databaseUrl, bytes] = process.argv.slice(2);
const app = Fastify();

if (kind === "hello") {
  app.get("/", async () => ({ hello: "world" }));
} else {
  const pool = new Pool({ connectionString: databaseUrl, max: 12 });
  const answer = JSON.stringify({ filler: "x".repeat(Math.max(0, Number(bytes) - 13)) });
  app.get("/", async (_request, reply) => {
    await pool.query({ name: "floor", text: "select id, title from event_types where id = $1", values: [1] });
    return reply.type("application/json").send(answer);
  });
}

await app.listen({ port: Number(port), host: "127.0.0.1" });
