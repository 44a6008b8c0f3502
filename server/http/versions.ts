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
  bookings: { ...row(legacy, legacy, legacy), "2026-02-25": "2026-02-25", "2026-05-01": "2026-05-01" },
  // Before 2024-09-04 these paths did not exist: such a header says nothing, and the request itself decides.
  slots: { "2024-09-04": newest, "2026-02-25": newest, "2026-05-01": newest },
};

/** The date that names each domain's newest dialect. */
export const newestVersions: Record<string, string> = {
  "event-types": "2024-06-14",
  schedules: "2024-06-11",
  bookings: "2024-08-13",
  slots: "2024-09-04",
};

/** Paths below a versioned domain that have one form for all: younger collections, and the operations of the oldest dialect. */
const neutral =
  /^\/v2\/(event-types\/.*\/(webhooks|private-links|public|email-verification-code)(\/|$)|slots\/(available|bulk|reserve|selected-slot)$|bookings\/(recurring|instant|.*\/mark-no-show)$)/;

/** Whether the header makes a difference to an operation. */
export const isVersioned = (path: string): boolean => Object.hasOwn(table, domainOf(path)) && !neutral.test(path);

const domainOf = (path: string): string => path.split("/")[2] ?? "";

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
  if (!isVersioned(request.path)) return newest;
  const domain = domainOf(request.path);
  return dialectNamed(domain, request.header) ?? headerless(domain, request);
}

function dialectNamed(domain: string, header: string | undefined): string | undefined {
  const versions = table[domain] ?? {};
  return header !== undefined && Object.hasOwn(versions, header) ? versions[header] : undefined;
}

/** What the answer says of its version: the one asked for, or the one that was served instead and why. */
export function versionHeaders({ path, header }: VersionedRequest, dialect: string): Record<string, string> {
  const domain = domainOf(path);
  const isServed = header !== undefined && dialectNamed(domain, header) !== undefined;
  const version = isServed ? header : dateOf(domain, dialect);
  if (!header || isKnown(header)) return { "cal-api-version": version };
  // The caller's text goes out in a header again: only what cannot break it.
  const given = header.replace(/[^\w.:-]/g, "").slice(0, 40);
  return { "cal-api-version": version, warning: `299 - "cal-api-version ${given} is unknown, served as ${version}"` };
}

const isKnown = (header: string): boolean => Object.values(table).some((versions) => Object.hasOwn(versions, header));

const dateOf = (domain: string, dialect: string): string =>
  dialect === newest ? (newestVersions[domain] ?? newest) : dialect;

/** What each versioned domain serves for each value of the header. */
export const servedVersions = () =>
  Object.entries(table).map(([domain, versions]) => {
    const served = Object.entries(versions).map(([header, name]) => [header, dateOf(domain, name)] as const);
    const newest =
      served
        .map(([, date]) => date)
        .sort()
        .at(-1) ?? "";
    return { domain, newest, serves: Object.fromEntries(served) };
  });

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
