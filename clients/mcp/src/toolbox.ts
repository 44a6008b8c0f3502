import type { Api } from "./api.js";
import { allOperations, callOperation, faultOf, type PrintedOperation } from "./operations.js";
import { tellFailure } from "./refusals.js";
import { type Annotations, jsonSchemaOf, type Tool } from "./tool.js";
import { defaultTools } from "./tools/index.js";

/** A tool as lists show it: JSON Schema in and out. */
export interface ListedTool {
  name: string;
  title: string;
  description: string;
  inputSchema: { type: "object"; [name: string]: unknown };
  outputSchema: { type: "object"; [name: string]: unknown };
  annotations: Annotations;
}

/** What a call came to: the answer, or a refusal whose text says what to try next. */
export interface ToolResult {
  isRefused: boolean;
  text: string;
  value?: object;
}

export interface Toolbox {
  tools: readonly ListedTool[];
  call: (name: string, args: unknown) => Promise<ToolResult>;
}

/** The tools over one connection to the API, for MCP and for any framework that runs tools by itself. */
export function toolbox({ api, all = false }: { api: Api; all?: boolean }): Toolbox {
  return {
    tools: all ? [...listedDefaults(), ...allOperations().map(listedOperation)] : listedDefaults(),
    call: async (name, args) => {
      try {
        return await run(api, all, name, args);
      } catch (error) {
        return { isRefused: true, text: await tellFailure(api, name, args, error) };
      }
    },
  };
}

async function run(api: Api, all: boolean, name: string, args: unknown): Promise<ToolResult> {
  const tool = defaultTools.find((candidate) => candidate.name === name);
  if (tool) return await runTool(api, tool, args);
  const operation = all ? allOperations().find(({ id }) => id === name) : undefined;
  if (!operation) return { isRefused: true, text: `There is no tool ${name}.` };
  const fault = faultOf(operation, args);
  return fault ? { isRefused: true, text: fault } : answered(await callOperation(api, operation, args));
}

async function runTool(api: Api, tool: Tool, args: unknown): Promise<ToolResult> {
  const input = tool.input.safeParse(args ?? {});
  if (input.success) return answered((await tool.run(api, input.data)) as object);
  const faults = input.error.issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": "));
  return { isRefused: true, text: `${faults.join("; ")}.\nCorrect the arguments and call again.` };
}

/** Absent fields are left out by way of JSON, as they are on the wire. */
function answered(value: object): ToolResult {
  const text = JSON.stringify(value);
  return { isRefused: false, text, value: JSON.parse(text) };
}

let defaults: readonly ListedTool[] | undefined;

function listedDefaults(): readonly ListedTool[] {
  defaults ??= defaultTools.map(({ name, title, description, input, output, annotations }) => ({
    name,
    title,
    description,
    inputSchema: jsonSchemaOf(input, "input"),
    outputSchema: jsonSchemaOf(output, "output"),
    annotations,
  }));
  return defaults;
}

const listedOperation = ({ id, title, method, path, input, output, annotations }: PrintedOperation): ListedTool => ({
  name: id,
  title,
  description: `${title} (${method} /v2${path}).`,
  inputSchema: input,
  outputSchema: output,
  annotations,
});
