import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

interface Printed {
  name: string;
  description: string;
  schema: object;
}

interface Wrapped extends Omit<Printed, "schema"> {
  input_schema: object;
  function: { name: string; description: string; parameters: object };
}

const read = (file: string): Wrapped[] => JSON.parse(readFileSync(`clients/schemas/${file}.json`, "utf8"));
const openAi = (file: string): Printed[] =>
  read(file).map(({ function: { name, description, parameters } }) => ({ name, description, schema: parameters }));
const anthropic = (file: string): Printed[] =>
  read(file).map(({ name, description, input_schema }) => ({ name, description, schema: input_schema }));

test.each([
  ["openai", openAi],
  ["openai-all", openAi],
  ["anthropic", anthropic],
  ["anthropic-all", anthropic],
])("%s.json: every tool has a name that the API takes and a schema of JSON Schema 2020-12", (file, tools) => {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    validateFormats: false,
  });
  const printed = tools(file);
  expect(printed.length).toBeGreaterThan(15);
  expect(new Set(printed.map(({ name }) => name)).size).toBe(printed.length);
  for (const { name, description, schema } of printed) {
    expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
    expect(description.length).toBeGreaterThan(10);
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(() => ajv.compile(schema), name).not.toThrow();
  }
});

test("the schemas judge arguments: a booking, and one without a start", () => {
  const book = openAi("openai").find(({ name }) => name === "book");
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(book?.schema ?? {});
  const attendee = { name: "John Doe", email: "john@example.com", timeZone: "UTC" };
  expect(validate({ eventTypeId: 1, start: "2026-11-30T09:00:00Z", attendee })).toBe(true);
  expect(validate({ eventTypeId: 1, attendee })).toBe(false);
  expect(validate({ eventTypeId: 1, start: "2026-11-30T09:00:00", attendee })).toBe(false);
});
