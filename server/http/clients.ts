import { Refusal } from "../errors.js";

/**
 * A client's package, loaded when it is first wanted: the start waits for none of them. It is named and not imported, so that
 * the server compiles without the clients and knows of them only what the type says.
 */
export async function loadClient<Client>(name: "@kalends/mcp" | "@kalends/mcp/skill"): Promise<Client> {
  try {
    return (await import(name)) as Client;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Refusal("unavailable", `${name} is not built: run npm run build.`);
  }
}

const isMissing = (error: unknown): boolean =>
  ["ERR_MODULE_NOT_FOUND", "ERR_PACKAGE_PATH_NOT_EXPORTED"].includes(String((error as { code?: unknown }).code));
