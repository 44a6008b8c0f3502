/** The document in the newest dialects alone: what older ones would add to each operation is gone, and their schemas too. */
export function newestOnly(document) {
  const paths = Object.fromEntries(
    Object.entries(document.paths)
      .map(([path, methods]) => [path, mapValues(withoutStreams(methods), newestOperation)])
      .filter(([, methods]) => Object.keys(methods).length > 0),
  );
  return { ...document, paths, components: { schemas: usedSchemas(paths, document.components.schemas) } };
}

/** A stream has no end and no answer: who wants one opens it with an EventSource. */
const withoutStreams = (methods) =>
  Object.fromEntries(
    Object.entries(methods).filter(([, { responses }]) => !Object.values(responses)[0].content?.["text/event-stream"]),
  );

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** Errors have one shape, typed by hand; headers are the SDK's own business. */
function newestOperation({ "x-newest": newest, ...operation }) {
  const [[status, answer]] = Object.entries(operation.responses);
  const parameters = (operation.parameters ?? []).filter((one) => one.in !== "header");
  if (!newest) return { ...operation, parameters, responses: { [status]: answer } };
  return {
    ...operation,
    parameters: parameters
      .filter((one) => one.in !== "query" || newest.query.includes(one.name))
      .map(withRequired(newest)),
    requestBody: newest.body && { required: true, content: { "application/json": { schema: newest.body } } },
    responses: { [status]: withData(answer, newest) },
  };
}

const withRequired = (newest) => (one) =>
  one.in === "query" ? { ...one, required: newest.requiredQuery.includes(one.name) } : one;

function withData(answer, { data }) {
  const { schema } = answer.content["application/json"];
  const properties = { ...schema.properties, ...(data && { data }) };
  return { ...answer, content: { "application/json": { schema: { ...schema, properties } } } };
}

function usedSchemas(paths, schemas) {
  const used = new Set();
  const follow = (value) => {
    if (typeof value !== "object" || value === null) return;
    const name = typeof value.$ref === "string" ? value.$ref.replace("#/components/schemas/", "") : null;
    if (name !== null && !used.has(name)) {
      used.add(name);
      follow(schemas[name]);
    }
    for (const inner of Object.values(value)) follow(inner);
  };
  follow(paths);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
}
