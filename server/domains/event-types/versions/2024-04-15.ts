import { z } from "zod";
import type { Context } from "../../../context.js";
import { listUpTo } from "../../../wire.js";
import { count, minutes, withoutNulls } from "../contract/body.js";
import { maxFields } from "../contract/booking-fields.js";
import { description, slug, title } from "../contract/input.js";
import { maxLocations } from "../contract/locations.js";
import type {
  BookableEventType,
  EventType,
  EventTypeChanges,
  EventTypeList,
  NewEventType,
  Owner,
} from "../event-type.js";
import { untouchedFields } from "../rules/booking-fields.js";
import { LegacyField, readFields, writeField } from "./2024-04-15-fields.js";
import { readLocation, writePublicLocation } from "./2024-04-15-locations.js";
import { basics, flag, Location, metadataOf, period, Row, recurringEvent, row, text } from "./2024-04-15-row.js";

/** The first dialect: event types as rows of the upstream's table, locations and questions in the form they were stored in. */

const optional = {
  description: description.optional(),
  hidden: z.boolean().optional(),
  locations: listUpTo(maxLocations, Location).optional(),
  disableGuests: z.boolean().optional(),
  slotInterval: minutes(0).optional(),
  minimumBookingNotice: minutes(0).optional(),
  beforeEventBuffer: minutes(0).optional(),
  afterEventBuffer: minutes(0).optional(),
};

const CreateBody = z
  .object({ length: minutes(1), slug, title, ...optional })
  .meta({ id: "CreateEventTypeInput_2024_04_15" });

const UpdateBody = z
  .object({
    length: minutes(1).optional(),
    slug: slug.optional(),
    title: title.optional(),
    ...optional,
    bookingFields: listUpTo(maxFields, LegacyField).optional(),
    seatsPerTimeSlot: count(1).max(1_000, "must not be greater than 1000").optional(),
  })
  .meta({ id: "UpdateEventTypeInput_2024_04_15" });

type Body = z.output<typeof UpdateBody>;

export const CreateEventTypeInput20240415 = withoutNulls(CreateBody).transform(
  (body): NewEventType => ({
    ...readChanges(body),
    title: body.title,
    slug: body.slug,
    lengthMinutes: body.length,
    bookingFields: untouchedFields,
  }),
);

export const UpdateEventTypeInput20240415 = withoutNulls(UpdateBody).transform(readChanges);

function readChanges(body: Body): EventTypeChanges {
  const { seatsPerTimeSlot, locations = [] } = body;
  const changes: EventTypeChanges = {
    title: body.title,
    slug: body.slug,
    lengthMinutes: body.length,
    description: body.description,
    isHidden: body.hidden,
    locations: locations.length > 0 ? locations.map(readLocation) : undefined,
    disablesGuests: body.disableGuests,
    slotIntervalMinutes: body.slotInterval === 0 ? null : body.slotInterval,
    noticeMinutes: body.minimumBookingNotice,
    bufferBeforeMinutes: body.beforeEventBuffer,
    bufferAfterMinutes: body.afterEventBuffer,
    bookingFields: body.bookingFields && readFields(body.bookingFields),
    seats: seatsPerTimeSlot ? { seatsPerTimeSlot, showAttendeeInfo: false, showAvailabilityCount: true } : undefined,
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** COMPAT: a new row shows null where nothing was said yet; when it is read the defaults stand there. */
const newRow = (bookable: BookableEventType) => ({ ...row(bookable), bookingFields: null, metadata: null });

const profileOf = (owner: Pick<Owner, "username" | "name" | "avatarUrl">) => ({
  slug: owner.username,
  name: owner.name,
  image: owner.avatarUrl,
});

function groups(list: EventTypeList, ctx: Context) {
  if (list.kind !== "stored" || !list.viewer) return { eventTypeGroups: [], profiles: [] };
  const profile = profileOf(list.viewer);
  const metadata = { membershipCount: 1, readOnly: false };
  const eventTypes = list.bookables.map(row);
  const group = {
    teamId: null,
    bookerUrl: ctx.settings.publicUrl,
    membershipRole: null,
    profile,
    metadata,
    eventTypes,
  };
  return { eventTypeGroups: [group], profiles: [{ ...profile, ...metadata, teamId: null, membershipRole: null }] };
}

/** An event type as strangers see it in a list. */
const publicSummary = ({ eventType }: BookableEventType) => ({
  ...basics(eventType),
  lockTimeZoneToggleOnBookingPage: eventType.settings.lockTimeZoneToggleOnBookingPage ?? false,
  requiresConfirmation: eventType.confirmationPolicy !== null,
  requiresBookerEmailVerification: eventType.requiresEmailVerification,
  recurringEvent: recurringEvent(eventType),
  metadata: metadataOf(eventType),
});

const publicPage = (bookable: BookableEventType) => ({
  ...publicSummary(bookable),
  ...period(bookable.eventType.bookingWindow),
  description: bookable.eventType.description,
  eventName: bookable.eventType.customName,
  locations: bookable.eventType.locations.map(writePublicLocation),
  bookingFields: bookable.eventType.bookingFields.map(writeField),
  successRedirectUrl: bookable.eventType.settings.successRedirectUrl ?? null,
  interfaceLanguage: bookable.eventType.settings.interfaceLanguage ?? null,
  allowReschedulingCancelledBookings: bookable.eventType.settings.allowReschedulingCancelledBookings ?? false,
  ...pageConstants,
  owner: {
    id: bookable.owner.id,
    name: bookable.owner.name,
    username: bookable.owner.username,
    avatarUrl: bookable.owner.avatarUrl,
    weekStart: bookable.owner.weekStart,
  },
  profile: profileOf(bookable.owner),
});

/** What no event type of a person has. */
const pageConstants = {
  isInstantEvent: false,
  instantMeetingParameters: [],
  instantMeetingSchedule: null,
  isDynamic: false,
  aiPhoneCallConfig: null,
  customInputs: [],
  fieldTranslations: [],
  autoTranslateDescriptionEnabled: false,
  forwardParamsSuccessRedirect: true,
  workflows: [],
  teamId: null,
  team: null,
  parent: null,
  assignAllTeamMembers: false,
  rescheduleWithSameRoundRobinHost: false,
  subsetOfHosts: [],
};

const Profile = z.object({ slug: z.string(), name: text, image: text });
const Groups = z
  .object({
    eventTypeGroups: z.array(z.object({ teamId: z.null(), profile: Profile, eventTypes: z.array(Row) })),
    profiles: z.array(Profile),
  })
  .meta({ id: "EventTypeGroups_2024_04_15" });

const Summary = z
  .object({ id: z.int(), title: z.string(), slug: z.string(), length: z.int(), description: text, hidden: flag })
  .meta({ id: "PublicEventType_2024_04_15" });

const Deleted = z.object({ id: z.int(), length: z.int(), slug: z.string(), title: z.string() });

const deleted = ({ id, lengthMinutes, slug, title }: EventType) => ({ id, length: lengthMinutes, slug, title });

const page = Summary.extend({ locations: z.array(Location) }).meta({ id: "PublicEventTypePage_2024_04_15" });

/** Each operation in this dialect. */
export const v20240415 = {
  create: { body: CreateEventTypeInput20240415, view: newRow, response: Row },
  list: { query: z.object({}), read: () => ({ query: { isPrivate: true } }), view: groups, response: Groups },
  get: {
    view: (bookable: BookableEventType) => ({ eventType: row(bookable) }),
    response: z.object({ eventType: Row }),
  },
  update: { body: UpdateEventTypeInput20240415, view: row, response: Row },
  delete: { view: deleted, response: Deleted },
  publicPage: { view: publicPage, response: page },
  publicList: { view: (bookables: BookableEventType[]) => bookables.map(publicSummary), response: z.array(Summary) },
};
