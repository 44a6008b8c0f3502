import type { FastifyInstance, FastifyReply } from "fastify";
import type { Context } from "../context.js";
import { notFound } from "../errors.js";
import { loadClient } from "./clients.js";

interface SkillPage {
  path: string;
  title: string;
  text: string;
}

/** What these pages use of `@kalends/mcp/skill`. */
interface SkillClient {
  skillPagesFor(baseUrl: string, linkTo: (path: string) => string): readonly SkillPage[];
}

/** `/skill.md`, its references below `/skill/`, and `/llms.txt`, with this server's address filled in. */
export function serveSkill(app: FastifyInstance, settings: Context["settings"]): void {
  const pages = async (): Promise<readonly SkillPage[]> => {
    const { skillPagesFor } = await loadClient<SkillClient>("@kalends/mcp/skill");
    return skillPagesFor(`${settings.publicUrl}/v2`, (path) => `${settings.publicUrl}${addressOf(path)}`);
  };
  const sendPage = async (path: string, reply: FastifyReply): Promise<FastifyReply> => {
    const page = (await pages()).find((candidate) => candidate.path === path);
    if (!page) throw notFound(`The skill has no page ${path}`);
    return await sendText(reply, "text/markdown", page.text);
  };
  app.get("/skill.md", (_request, reply) => sendPage("SKILL.md", reply));
  app.get<{ Params: { "*": string } }>("/skill/*", ({ params }, reply) => sendPage(params["*"], reply));
  app.get("/llms.txt", async (_request, reply) =>
    sendText(reply, "text/plain", llms(await pages(), settings.publicUrl)),
  );
}

const addressOf = (path: string): string => (path === "SKILL.md" ? "/skill.md" : `/skill/${path}`);

const sendText = (reply: FastifyReply, kind: string, text: string): FastifyReply =>
  reply.type(`${kind}; charset=utf-8`).send(text);

/** The index that agents look for, in the form of llmstxt.org. */
function llms(pages: readonly SkillPage[], publicUrl: string): string {
  const [skill, ...references] = pages.filter(({ path }) => !path.includes("zh-CN"));
  const link = ({ path, title }: SkillPage): string => `- [${title}](${publicUrl}${addressOf(path)})`;
  return `# Kalends

> Scheduling over HTTP: event types, slots, bookings, schedules and webhooks. It speaks the Cal.com API v2 at ${publicUrl}/v2.

## Start here

${skill ? link(skill) : ""}
- [OpenAPI document](${publicUrl}/docs/json): every operation
- [MCP server](${publicUrl}/mcp): the same as tools, over streamable HTTP with the caller's own API key

## References

${references.map(link).join("\n")}
`;
}
