import { z } from "zod";
import { invalid } from "../../../errors.js";
import { listUpTo, phoneNumber } from "../../../wire.js";
import type { Location } from "../event-type.js";
import { integrations } from "../rules/integrations.js";
import { jsonText, webAddress } from "./body.js";
import { checked } from "./sentence.js";

const text = z.string("must be a string");
const isPublic = z.boolean("must be a boolean value").default(false);
const integration = z.enum(integrations, `must be one of the following values: ${integrations.join(", ")}`);

const schemas = {
  address: z
    .object({ type: z.literal("address"), address: text, public: isPublic })
    .meta({ id: "InputAddressLocation_2024_06_14" }),
  link: z
    .object({ type: z.literal("link"), link: webAddress, public: isPublic })
    .meta({ id: "InputLinkLocation_2024_06_14" }),
  integration: z
    .object({ type: z.literal("integration"), integration })
    .meta({ id: "InputIntegrationLocation_2024_06_14" }),
  phone: z
    .object({ type: z.literal("phone"), phone: phoneNumber, public: isPublic })
    .meta({ id: "InputPhoneLocation_2024_06_14" }),
  attendeeAddress: z
    .object({ type: z.literal("attendeeAddress") })
    .meta({ id: "InputAttendeeAddressLocation_2024_06_14" }),
  attendeePhone: z.object({ type: z.literal("attendeePhone") }).meta({ id: "InputAttendeePhoneLocation_2024_06_14" }),
  attendeeDefined: z
    .object({ type: z.literal("attendeeDefined") })
    .meta({ id: "InputAttendeeDefinedLocation_2024_06_14" }),
  /** What an older dialect stored, as it comes out: so that an event type's own answer can be posted back. */
  unknown: z.object({ type: z.literal("unknown"), location: jsonText }),
};

const LocationInput = z.preprocess(readLocation, z.union(Object.values(schemas))) as unknown as z.ZodType<Location>;

export const maxLocations = 50;

/** Where the meeting may take place; with several the booker chooses. */
export const locations = z.preprocess((given) => {
  if (!Array.isArray(given)) throw invalid("'locations' must be an array.");
  if (given.length === 0) throw invalid("'locations' must contain at least 1 location.");
  return given;
}, listUpTo(maxLocations, LocationInput).min(1));

/** Refuses in upstream's sentences; the union behind it only documents what passes. */
function readLocation(given: unknown): Location {
  const { type, ...rest } = withoutAliases(given);
  const schema = schemas[type as keyof typeof schemas] as z.ZodType<Location> | undefined;
  if (!schema || !Object.hasOwn(schemas, String(type))) {
    const valid = "Valid types are address, link, integration, and phone.";
    throw invalid(`Unsupported location type '${type}'. ${valid}`);
  }
  const location = checked(schema, { type, ...rest }, `${type} location`);
  // No app can be connected to this server yet, except the one that needs no account.
  if (location.type === "integration" && location.integration !== "cal-video") {
    throw invalid(`${location.integration} not connected.`);
  }
  return location;
}

/** Names that the published agent skill uses. */
function withoutAliases(given: unknown): Record<string, unknown> {
  const location = (typeof given === "object" ? given : null) as Record<string, unknown> | null;
  if (location?.type === "userPhone") return { ...location, type: "phone" };
  if (location?.integration === "msteams") return { ...location, integration: "office365-video" };
  return location ?? {};
}
