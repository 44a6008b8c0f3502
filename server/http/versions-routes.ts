import { z } from "zod";
import { op } from "../operation.js";
import { servedVersions } from "./versions.js";

const ServedVersions = z
  .object({ domain: z.string(), newest: z.string(), serves: z.record(z.string(), z.string()) })
  .meta({ id: "ServedVersions" });

/** What the front door says of itself. */
export const versionRoutes = [
  op("GET", "/v2/versions", {
    id: "listVersions",
    tag: "Versions",
    summary: "What each domain serves for each cal-api-version; all others are the same in every version",
    auth: "none",
    scope: "open",
    run: async () => servedVersions(),
    view: (versions) => versions,
    response: z.array(ServedVersions),
    // A client may send a write again whose answer it lost, but only to a server that would notice.
    beside: () => ({ features: ["idempotency-key"] }),
  }),
];
