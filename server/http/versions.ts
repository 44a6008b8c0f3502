/** The only reader of `cal-api-version`: header value × domain → dialect. */
export const newest = "newest";

const legacy = "2024-04-15";

const later = { "2024-08-13": newest, "2024-09-04": newest, "2026-02-25": newest, "2026-05-01": newest };

/**
 * Known header values in order, and what each versioned domain serves for them. Values above a domain's own newest date get
 * that domain's newest shape. Every other domain is version-neutral.
 */
const table: Record<string, Record<string, string>> = {
  "event-types": row(legacy, legacy, newest),
  schedules: row(legacy, newest, newest),
  bookings: { ...row(legacy, legacy, legacy), "2026-02-25": "2026-02-25", "2026-05-01": "2026-02-25" },
  // Before 2024-09-04 these paths did not exist: such a header says nothing, and the request itself decides.
  slots: { "2024-09-04": newest, "2026-02-25": newest, "2026-05-01": newest },
};

function row(april15: string, june11: string, june14: string): Record<string, string> {
  return { "2024-04-15": april15, "2024-06-11": june11, "2024-06-14": june14, ...later };
}

export interface VersionedRequest {
  method: string;
  /** The operation's path, such as `/v2/bookings/{bookingUid}`. */
  path: string;
  header: string | undefined;
  query: Record<string, unknown>;
  body: unknown;
}

/** The dialect that a request is written in. */
export function dialectOf(request: VersionedRequest): string {
  const domain = request.path.split("/")[2] ?? "";
  const versions = table[domain];
  if (!versions) return newest;
  const known = request.header === undefined ? undefined : versions[request.header];
  return known ?? headerless(domain, request);
}

/** Without a known version the domain's oldest dialect serves, except where the request itself can only be a newer one. */
function headerless(domain: string, { method, path, query, body }: VersionedRequest): string {
  const has = (name: string): boolean => typeof body === "object" && body !== null && name in body;
  if (domain === "bookings" && method === "POST" && path === "/v2/bookings") {
    return has("attendee") && !has("responses") ? newest : legacy;
  }
  if (domain === "slots" && path === "/v2/slots") {
    return "start" in query || "end" in query || !("startTime" in query || "endTime" in query) ? newest : legacy;
  }
  if (domain === "event-types" && method === "POST") return has("lengthInMinutes") && !has("length") ? newest : legacy;
  if (domain === "event-types" && method === "PATCH") return modernEventTypeFields.some(has) ? newest : legacy;
  return legacy;
}

const modernEventTypeFields = [
  "lengthInMinutes",
  "lengthInMinutesOptions",
  "bookingWindow",
  "confirmationPolicy",
  "bookingLimitsCount",
  "bookingLimitsDuration",
  "recurrence",
  "seats",
  "color",
  "customName",
];
