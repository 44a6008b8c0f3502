import type { PrintedOperation } from "../../clients/mcp/src/operations.js";
import type { ListedTool } from "../../clients/mcp/src/toolbox.js";

type Printable = ListedTool | PrintedOperation;

const parts = (tool: Printable) =>
  "input" in tool
    ? { name: tool.id, description: `${tool.title} (${tool.method} /v2${tool.path}).`, schema: tool.input }
    : { name: tool.name, description: tool.description, schema: tool.inputSchema };

/** Function tools of OpenAI's chat completions. */
export const printOpenAiTools = (tools: readonly Printable[]) =>
  tools.map((tool) => {
    const { name, description, schema } = parts(tool);
    return { type: "function", function: { name, description, parameters: schema } };
  });

/** Tools of Anthropic's messages. */
export const printAnthropicTools = (tools: readonly Printable[]) =>
  tools.map((tool) => {
    const { name, description, schema } = parts(tool);
    return { name, description, input_schema: schema };
  });
