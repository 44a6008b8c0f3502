import { z } from "zod";
import type { Api } from "./api.js";

/** What a tool says of itself and what it does. */
export interface Tool<Input = never, Output = unknown> {
  name: string;
  title: string;
  description: string;
  input: z.ZodType<Input>;
  output: z.ZodType<Output>;
  annotations: Annotations;
  /** Ids of the API's operations that it calls. */
  uses: readonly string[];
  run: (api: Api, input: Input) => Promise<Output>;
}

export interface Annotations {
  readOnlyHint: boolean;
  destructiveHint?: boolean;
  idempotentHint?: boolean;
  openWorldHint: boolean;
}

/** Reads change nothing; all tools reach a server, so the world is open. */
export const reads: Annotations = { readOnlyHint: true, openWorldHint: true };
/** Adds something; twice adds two. */
export const adds: Annotations = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
  openWorldHint: true,
};
/** Sets what is there to what is said; twice is once. */
export const sets: Annotations = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: true,
  openWorldHint: true,
};
/** Replaces or ends what is there, and a second call is refused or does it again. */
export const ends: Annotations = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: false,
  openWorldHint: true,
};

/** Declares a tool, its types checked against its schemas and then folded away. */
export const tool = <Input, Output>(spec: Tool<Input, Output>): Tool =>
  // A list holds tools of all types side by side; `callTool` gives each only what its own schema parsed.
  spec as unknown as Tool;

/** A request that a tool refuses by itself, with the sentence to say. */
export class Misuse extends Error {}

/** A zod schema as the JSON Schema that a tool list shows, without what costs tokens and says nothing. */
export function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): { type: "object"; [name: string]: unknown } {
  const override = io === "input" ? withoutBounds : withoutNoise;
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, override }) as Record<string, unknown>;
  return { type: "object", ...rest };
}

interface Override {
  jsonSchema: Record<string, unknown>;
}

function withoutBounds({ jsonSchema }: Override): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.format && jsonSchema.pattern) delete jsonSchema.pattern;
}

function withoutNoise({ jsonSchema }: Override): void {
  withoutBounds({ jsonSchema });
  delete jsonSchema.additionalProperties;
}
