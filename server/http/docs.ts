import helmet from "@fastify/helmet";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { describeOperations } from "./openapi.js";
import { operations } from "./routes.js";

/** The interactive page at `/docs`, with the document it shows at `/docs/json`. Nothing is fetched from elsewhere. */
export async function serveDocs(app: FastifyInstance): Promise<void> {
  // Describing all operations takes longer than the rest of the start, so it waits for the first reader.
  let document: Record<string, unknown> | undefined;
  const describe = (): Record<string, unknown> => {
    document ??= describeOperations(operations, "/");
    return document;
  };
  // The page asks for the plugin that usually makes the document; ours comes from the table of operations instead.
  const standIn = async (host: FastifyInstance): Promise<void> => {
    host.decorate("swagger", describe as never);
  };
  await app.register(async (page) => {
    await page.register(fastifyPlugin(standIn, { name: "@fastify/swagger" }));
    await page.register(helmet, { contentSecurityPolicy: false });
    await page.register(swaggerUi, {
      routePrefix: "/docs",
      uiConfig: { docExpansion: "none" },
      theme: { title: "Kalends" },
      logo,
      staticCSP: true,
      // Nothing forces a server on loopback or behind a proxy to speak TLS itself.
      transformStaticCSP: (header) => header.replace(/ ?upgrade-insecure-requests;?/, ""),
    });
  });
}

const logo = {
  type: "image/svg+xml" as const,
  content: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text x="0" y="28" font-family="sans-serif" font-size="26" fill="#fff">Kalends</text></svg>',
  ),
};
