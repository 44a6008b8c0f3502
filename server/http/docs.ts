import helmet from "@fastify/helmet";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { describeOperations } from "./openapi.js";
import { operations } from "./routes.js";

/** The interactive page at `/docs`, with the document it shows at `/docs/json`. Nothing is fetched from elsewhere. */
export async function serveDocs(app: FastifyInstance, publicUrl: string): Promise<void> {
  // Describing all operations takes longer than the rest of the start, so it waits for the first reader.
  let document: Record<string, unknown> | undefined;
  const describe = (): Record<string, unknown> => {
    document ??= describeOperations(operations, publicUrl);
    return document;
  };
  // The page asks for the plugin that usually makes the document; ours comes from the table of operations instead.
  const standIn = async (host: FastifyInstance): Promise<void> => {
    host.decorate("swagger", describe as never);
  };
  await app.register(async (page) => {
    await page.register(fastifyPlugin(standIn, { name: "@fastify/swagger" }));
    await page.register(helmet, { contentSecurityPolicy: false });
    await page.register(swaggerUi, { routePrefix: "/docs", uiConfig: { docExpansion: "none" }, staticCSP: true });
  });
}
