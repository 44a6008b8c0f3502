import { fillPath, type RequestOptions } from "./call.js";
import type { Connection } from "./connection.js";
import { listPages } from "./pages.js";

/** Method, path, what its argument becomes, and the `cal-api-version`, if the operation has any. */
export type Row = readonly [
  method: string,
  path: string,
  takes: "body" | "query" | "pages" | "nothing",
  version?: string,
];

/** The methods of a domain: first the ids of the path in their order, then the body or query, then options. */
export function bind<Domain>(connection: Connection, rows: Readonly<Record<keyof Domain & string, Row>>): Domain {
  const methods = Object.entries<Row>(rows).map(([name, row]) => [name, methodOf(connection, row)]);
  // Interface and rows are printed side by side from the same operations, so each method has the type that is told of it.
  return Object.fromEntries(methods) as Domain;
}

function methodOf(connection: Connection, [method, template, takes, version]: Row) {
  const ids = template.match(/\{\w+\}/g)?.length ?? 0;
  const prepare = (args: unknown[]) => {
    const [input, last] = takes === "nothing" ? [undefined, args[ids]] : args.slice(ids);
    const { query, ...options } = (last ?? {}) as RequestOptions & { query?: Record<string, unknown> };
    const path = fillPath(template, args.slice(0, ids));
    const call = {
      method,
      path,
      version,
      ...(takes === "body" ? { query, body: input ?? {} } : { query: input as typeof query }),
    };
    return { call, options };
  };
  if (takes === "pages") {
    return (...args: unknown[]) => {
      const { call, options } = prepare(args);
      return listPages(connection, call, options);
    };
  }
  return async (...args: unknown[]) => {
    const { call, options } = prepare(args);
    return (await connection.send(call, options)).data;
  };
}
