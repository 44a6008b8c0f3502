import { writeFileSync } from "node:fs";
import { createApi, toolbox } from "../clients/mcp/src/index.js";
import { printOpenApi } from "../server/http/print-openapi.js";
import { printOperations } from "./clients/operations.js";
import { printAnthropicTools, printOpenAiTools } from "./clients/schemas.js";
import { skillPagesWithTables } from "./clients/skill-tables.js";

/** What is printed for agents from the table of operations: each file with the text that it should have. */
export function printedFiles(): Map<string, string> {
  const document = JSON.parse(printOpenApi());
  const operations = printOperations(document);
  const defaults = toolbox({ api: createApi({ apiKey: "" }) }).tools;
  return new Map([
    [
      "clients/mcp/src/generated/operations.json",
      `[\n${operations.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`,
    ],
    ["clients/schemas/openai.json", json(printOpenAiTools(defaults))],
    ["clients/schemas/anthropic.json", json(printAnthropicTools(defaults))],
    ["clients/schemas/openai-all.json", json(printOpenAiTools(operations))],
    ["clients/schemas/anthropic-all.json", json(printAnthropicTools(operations))],
    ...skillPagesWithTables(document),
  ]);
}

export function printClients(): void {
  for (const [path, text] of printedFiles()) writeFileSync(path, text);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
