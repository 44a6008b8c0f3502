import { z } from "zod";

export const TimezoneOutput = z
  .object({ city: z.string(), timezone: z.string(), pop: z.int() })
  .meta({ id: "TimezoneOutput" });
