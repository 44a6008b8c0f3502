import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/harness/server-process.js";

const execute = promisify(execFile);
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: string;

/** The packages as a stranger gets them; only what they need from others comes from here instead of the registry. */
beforeAll(async () => {
  folder = await temporaryFolder();
  app = join(folder.path, "app");
  await mkdir(app);
  const packed = ["sdk", "mcp"].map((name) => resolve("clients", name));
  await execute("npm", ["pack", "--ignore-scripts", "--pack-destination", folder.path, ...packed]);
  await writeFile(
    join(app, "package.json"),
    JSON.stringify({
      private: true,
      dependencies: {
        "@kalends/mcp": "file:../kalends-mcp-0.1.0.tgz",
        "@kalends/sdk": "file:../kalends-sdk-0.1.0.tgz",
      },
      overrides: Object.fromEntries(
        ["@modelcontextprotocol/sdk", "zod"].map((name) => [name, `file:${resolve("node_modules", name)}`]),
      ),
    }),
  );
  await execute("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: app });
});

afterAll(() => folder.remove());

const node = async (...args: string[]): Promise<string> => {
  return (await execute(process.execPath, args, { cwd: app, env: { PATH: process.env.PATH } })).stdout.trim();
};

test("the command is there, and says what it needs", async () => {
  const command = join(app, "node_modules", ".bin", "kalends-mcp");
  expect(await node(command, "--help")).toContain("CAL_API_KEY");
  await expect(node(command)).rejects.toThrow("CAL_API_KEY is missing");
  await expect(node(command, "--al")).rejects.toMatchObject({ code: 2 });
});

test("the licence comes along", async () => {
  const packed = await readFile(join(app, "node_modules", "@kalends", "mcp", "LICENSE"), "utf8");
  expect(packed).toBe(await readFile("LICENSE", "utf8"));
});

const listing =
  'console.log(toolbox({ api: createApi({ apiKey: "cal_x" }), all: true }).tools.length > 60, skillPages().length)';

test("it is imported and required, with the printed operations and the skill along", async () => {
  const imports = 'import { createApi, toolbox } from "@kalends/mcp"; import { skillPages } from "@kalends/mcp/skill";';
  expect(await node("--input-type=module", "-e", `${imports} ${listing}`)).toBe("true 9");
  const requires =
    'const { createApi, toolbox } = require("@kalends/mcp"); const { skillPages } = require("@kalends/mcp/skill");';
  expect(await node("--no-warnings", "-e", `${requires} ${listing}`)).toBe("true 9");
});

/** What people paste into their agent's configuration. */
const pages = ["README.md", "docs/mcp.md", "clients/mcp/README.md"];

test.each(pages)("the configuration that %s shows starts it", async (page) => {
  const [, block = "{}"] = /```json\n(\{\s*"mcpServers"[\s\S]*?)```/.exec(await readFile(page, "utf8")) ?? [];
  const { command, env } = JSON.parse(block).mcpServers.kalends;
  expect(Object.keys(env)).toEqual(["CAL_API_URL", "CAL_API_KEY"]);
  const client = new Client({ name: "test", version: "1.0.0" });
  const PATH = `${join(app, "node_modules", ".bin")}:${process.env.PATH}`;
  await client.connect(new StdioClientTransport({ command, env: { PATH, ...env } }));
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain("find_times");
  await client.close();
});

test.each(["mts", "cts"])("its types are there, in a file .%s", async (extension) => {
  const code = `import { createApi, type ToolResult, toolbox } from "@kalends/mcp";
export const result: Promise<ToolResult> = toolbox({ api: createApi({ apiKey: "cal_x" }) }).call("get_me", {});
`;
  const file = `use.${extension}`;
  await writeFile(join(app, file), code);
  const tsc = resolve("node_modules", "typescript", "bin", "tsc");
  const types = resolve("node_modules", "@types");
  const options = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "nodenext",
    "--typeRoots",
    types,
    "--types",
    "node",
  ];
  await node(tsc, ...options, file);
});
