import type { z } from "zod";
import { invalid } from "../../../errors.js";

/**
 * Parses, or refuses with one sentence that names the part and its wrong properties. COMPAT: upstream tells faults of
 * locations and booking fields so, and those of all other properties as a tree.
 */
export function checked<T>(schema: z.ZodType<T>, value: unknown, part: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw invalid(`Validation failed for ${part}: ${faults.join(", ")}`);
}
