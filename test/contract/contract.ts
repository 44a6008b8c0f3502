import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { type Correction, corrections } from "./accepted-differences.js";

type Schema = Record<string, unknown>;

interface ContractOperation {
  parameters: { name: string; schema: { default?: string } }[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Contract {
  paths: Record<string, Record<string, ContractOperation>>;
  components: { schemas: Record<string, Schema> };
}

/** An answer as it came through the door. */
export interface AnswerSeen {
  method: string;
  path: string;
  status: number;
  body: unknown;
  /** What the answer says of its version. */
  version: string | undefined;
}

export interface Verdict {
  /** What the contract does not allow, and no accepted difference either. */
  faults: string[];
  /** The accepted differences that an answer of this process needed for the first time. */
  used: Correction[];
}

/** Holds an answer against the contract. Refusals, older dialects and operations of our own are not in it and pass. */
export function checkAnswer(answer: AnswerSeen): Verdict {
  const operation = operationOf(answer);
  if (answer.status < 200 || answer.status > 299 || !operation) return { faults: [], used: [] };
  if (faultsOf(answer, operation, []).length === 0) return { faults: [], used: [] };
  const faults = faultsOf(answer, operation, corrections);
  if (faults.length > 0) return { faults, used: [] };
  const used = corrections.filter(
    (one) => !proven.has(one) && concerns(one, operation) && isNeeded(one, answer, operation),
  );
  for (const one of used) proven.add(one);
  return { faults: [], used };
}

const proven = new Set<Correction>();

const reached = new Map<string, Set<string>>();

/** Whether the operation's answer is made of what is corrected: to try each correction would take seconds. */
function concerns({ at }: Correction, { title, schema }: Described): boolean {
  const names = reached.get(title) ?? namesIn(schema, new Set([title]));
  reached.set(title, names);
  const isMeant = wildcard(at.split(".")[0] ?? "");
  return [...names].some((name) => isMeant.test(name));
}

/** The schemas that a schema refers to, at any depth. */
function namesIn(schema: unknown, names: Set<string>): Set<string> {
  for (const [, name = ""] of JSON.stringify(schema ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (names.has(name)) continue;
    names.add(name);
    namesIn(contract.components.schemas[name], names);
  }
  return names;
}

function isNeeded(correction: Correction, answer: AnswerSeen, operation: Described): boolean {
  const others = corrections.filter((other) => other !== correction);
  return faultsOf(answer, operation, others).length > 0;
}

interface Described {
  /** Such as `GET /v2/schedules/{scheduleId}`. */
  title: string;
  method: string;
  path: RegExp;
  /** The version that the contract describes, where the operation has several. */
  version: string | undefined;
  status: string;
  schema: Schema | undefined;
}

const contract = JSON.parse(readFileSync("test/contract/api-v2.json", "utf8")) as Contract;

const described: Described[] = Object.entries(contract.paths)
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => describe(path, method, operation)))
  // The path with fewer ids is meant: /v2/schedules/default is no schedule whose id is "default".
  .sort((a, b) => a.title.split("{").length - b.title.split("{").length);

function describe(path: string, method: string, { parameters, responses }: ContractOperation): Described {
  const [status = "", response] = Object.entries(responses).find(([code]) => code.startsWith("2")) ?? [];
  return {
    title: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
    version: parameters.find(({ name }) => name === "cal-api-version")?.schema.default,
    status,
    schema: response?.content?.["application/json"]?.schema,
  };
}

function operationOf({ method, path, version }: AnswerSeen): Described | undefined {
  const bare = path.replace(/\?.*/, "").replace(/^\/api\/v2/, "/v2");
  const found = described.find((one) => one.method === method && one.path.test(bare));
  const isOlder = version !== undefined && found?.version !== undefined && version < found.version;
  return isOlder ? undefined : found;
}

function faultsOf({ status, body }: AnswerSeen, operation: Described, accepted: readonly Correction[]): string[] {
  if (operation.status !== String(status)) return [`${operation.title}: the status is not ${operation.status}`];
  if (!operation.schema) return [];
  const validate = validatorOf(operation, operation.schema, accepted);
  if (validate(body)) return [];
  const tell = (at: string, problem = "", place = ""): string =>
    `${operation.title}: ${at || "/"} ${problem} (${place})`;
  return (validate.errors ?? []).map((error) => tell(error.instancePath, error.message, error.schemaPath));
}

const validators = new Map<string, ValidateFunction>();

function validatorOf({ title }: Described, schema: Schema, accepted: readonly Correction[]): ValidateFunction {
  const key = `${title} ${keyOf(accepted)}`;
  const known = validators.get(key);
  if (known) return known;
  const made = schemasWith(accepted).compile(toJsonSchema(corrected({ [title]: schema }, accepted)[title]) as Schema);
  validators.set(key, made);
  return made;
}

const keyOf = (accepted: readonly Correction[]): string => corrections.map((one) => +accepted.includes(one)).join("");

const components = new Map<string, Ajv>();

function schemasWith(accepted: readonly Correction[]): Ajv {
  const known = components.get(keyOf(accepted));
  if (known) return known;
  const made = new Ajv({ strict: false, allErrors: true });
  formats.default(made);
  const schemas = toJsonSchema(corrected(contract.components.schemas, accepted));
  made.addSchema({ $id: "contract", components: { schemas } });
  components.set(keyOf(accepted), made);
  return made;
}

/** OpenAPI 3.0 as JSON Schema. Its unions overlap, so that its "exactly one" can only mean "one". */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (typeof value !== "object" || value === null) return value;
  const { nullable, discriminator: _, ...rest } = value as Schema;
  const entries = Object.entries(rest).map(([name, inner]) => {
    if (name === "$ref") return [name, String(inner).replace("#/", "contract#/")];
    return [name === "oneOf" ? "anyOf" : name, toJsonSchema(inner)];
  });
  const schema = Object.fromEntries(entries);
  return nullable === true ? { anyOf: [{ type: "null" }, schema] } : schema;
}

function corrected(schemas: Record<string, Schema>, accepted: readonly Correction[]): Record<string, Schema> {
  const copy = structuredClone(schemas);
  for (const correction of accepted) {
    const [name = "", ...path] = correction.at.split(".");
    const isMeant = wildcard(name);
    for (const each of Object.keys(copy).filter((one) => isMeant.test(one))) correct(copy, [each, ...path], correction);
  }
  return copy;
}

const wildcard = (name: string): RegExp => new RegExp(`^${name.replace(/[/{}]/g, "\\$&").replace("*", ".*")}$`);

function correct(
  schemas: Record<string, Schema>,
  [name = "", ...path]: readonly string[],
  { is, or }: Correction,
): void {
  let holder: Schema = schemas;
  let key = name;
  for (const step of path) {
    const schema = holder[key] as Schema | undefined;
    holder = ((step === "[]" ? schema : schema?.properties) ?? {}) as Schema;
    key = step === "[]" ? "items" : step;
  }
  if (holder[key]) holder[key] = is ?? { anyOf: [holder[key], or] };
}
