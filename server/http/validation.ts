import type { z } from "zod";
import { type Problem, Refusal } from "../errors.js";

/** Parses one part of a request, or refuses with every wrong property named. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw new Refusal("invalid", "Bad Request Exception", { problems: result.error.issues.flatMap(problemsOf) });
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const full = issue.path.filter((part) => typeof part !== "symbol");
  // A wrong element that is no object is told of its list, as class-validator does.
  const isElement = typeof full.at(-1) === "number" && !isWrongObject(issue);
  const path = isElement ? full.slice(0, -1) : full;
  const name = `${isElement ? "each value in " : ""}${path.at(-1) ?? "request"}`;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      rule: "whitelistValidation",
      message: `property ${key} should not exist`,
    }));
  }
  if (issue.code === "invalid_union") {
    const closest = closestBranch(issue.errors);
    if (closest) return closest.flatMap((inner) => problemsOf({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  return [{ path, rule: ruleOf(issue), message: sentenceOf(issue, name), value: issue.input }];
}

const isWrongObject = (issue: z.core.$ZodIssue): boolean =>
  issue.code === "invalid_type" && issue.expected === "object";

/** Of a union's complaints those of the branch that came furthest, because that is the one the caller meant. */
function closestBranch(branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const depth = (issues: z.core.$ZodIssue[]): number => Math.max(...issues.map((issue) => issue.path.length));
  const deep = branches.filter((issues) => issues.length > 0 && depth(issues) > 0);
  return deep.sort((a, b) => a.length - b.length)[0];
}

/** Names as class-validator gives them, because clients of the upstream may look for them. */
function ruleOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return (
        { string: "isString", number: "isNumber", int: "isInt", boolean: "isBoolean", array: "isArray" }[
          issue.expected as string
        ] ?? "isObject"
      );
    case "too_small":
      return issue.origin === "string" ? "minLength" : issue.origin === "array" ? "arrayMinSize" : "min";
    case "too_big":
      return issue.origin === "string" ? "maxLength" : issue.origin === "array" ? "arrayMaxSize" : "max";
    case "invalid_format":
      return { email: "isEmail", url: "isUrl", uuid: "isUUID" }[issue.format as string] ?? "matches";
    case "invalid_value":
      return "isEnum";
    case "custom":
      return typeof issue.params?.rule === "string" ? issue.params.rule : "isValid";
    default:
      return "isValid";
  }
}

function sentenceOf(issue: z.core.$ZodIssue, name: string): string {
  if (issue.code === "invalid_type") return `${name} must be ${article(String(issue.expected))}`;
  if (issue.code === "invalid_value") return `${name} must be one of the following values: ${issue.values.join(", ")}`;
  if (issue.code === "custom")
    return issue.message.startsWith("must") || issue.message.startsWith("is ")
      ? `${name} ${issue.message}`
      : issue.message;
  return `${name}: ${issue.message}`;
}

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

/** One node of upstream's validation tree. */
export interface ProblemNode {
  target: unknown;
  value?: unknown;
  property: string;
  children: ProblemNode[];
  constraints?: Record<string, string>;
}

const secretNames = new Set(
  ["secret", "clientSecret", "client_secret", "apiKey", "api_key", "password", "code"].concat([
    "accessToken",
    "access_token",
    "refreshToken",
    "refresh_token",
  ]),
);

/** The problems as a tree: `details.errors` of a validation answer. Secrets of the request are not repeated. */
export function problemTree(problems: readonly Problem[], request: unknown): ProblemNode[] {
  const roots: ProblemNode[] = [];
  for (const problem of problems) place(roots, problem, problem.path.length ? problem.path : ["request"], request);
  return roots;
}

function place(siblings: ProblemNode[], problem: Problem, path: readonly (string | number)[], target: unknown): void {
  const [head, ...rest] = path;
  const property = String(head);
  const value = (target as Record<string, unknown> | null | undefined)?.[property];
  let node = siblings.find((sibling) => sibling.property === property);
  if (!node) {
    node = { target: redact(target), value: redactValue(property, value), property, children: [] };
    siblings.push(node);
  }
  if (rest.length > 0) place(node.children, problem, rest, value);
  else node.constraints = { ...node.constraints, [problem.rule]: problem.message };
}

function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, redactValue(name, inner)]));
}

const redactValue = (name: string, value: unknown): unknown =>
  secretNames.has(name) && value !== undefined ? "[redacted]" : redact(value);

/** The problems as one comma-joined sentence, the style of the bookings and slots operations. */
export function problemSentence(problems: readonly Problem[]): string {
  const sentences = problems.map(({ path, message }) =>
    [...path.map((part) => `${part} property is wrong`), message].join(","),
  );
  return [...new Set(sentences)].join(" , ");
}
