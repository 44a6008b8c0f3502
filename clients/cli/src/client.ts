import { Kalends } from "@kalends/sdk";
import { type Config, readConfig } from "./config.js";
import type { GlobalOptions } from "./global-options.js";
import { noteRetry } from "./output/progress.js";

/** A client for what the options, the environment and the stored configuration say. */
export function clientFor(
  options: Pick<GlobalOptions, "url" | "timeout">,
  config: Config = readConfig(options.url),
): Kalends {
  return new Kalends({
    baseUrl: config.url,
    apiKey: config.apiKey ?? "",
    timeoutMs: options.timeout && options.timeout * 1000,
    onRetry: noteRetry,
  });
}
