import type { Context } from "../../context.js";
import type { BookableEventType, BookingField, EventType, EventTypeList, Location, Owner } from "./event-type.js";
import { publicPlace } from "./rules/public-places.js";
import { dynamicEventType } from "./rules.js";
import { eventTypeUrl } from "./urls.js";

type Wire = Record<string, unknown>;

/** One event type in full, as its owner sees it. */
export const eventTypeView = ({ eventType, owner }: BookableEventType, ctx: Context): Wire =>
  wireOf(eventType, [owner], ctx);

/** In lists, questions that nobody is asked are left out, whoever looks; strangers see no more of a place than is public. */
export function eventTypeListView(list: EventTypeList, ctx: Context): Wire[] {
  if (list.kind === "dynamic") return [wireOf(dynamicEventType, list.people, ctx)];
  return list.bookables.map(({ eventType, owner }) => {
    const bookingFields = eventType.bookingFields.filter((field) => !field.hidden);
    const locations = isOwn(eventType, ctx) ? eventType.locations : eventType.locations.map(publicPlace);
    return wireOf({ ...eventType, bookingFields, locations }, [owner], ctx);
  });
}

const isOwn = ({ ownerId }: EventType, { actor }: Context): boolean =>
  actor.kind === "user" && (actor.user.id === ownerId || actor.user.isOperator);

const wireOf = (eventType: EventType, people: readonly Owner[], ctx: Context): Wire => ({
  ...facts(eventType),
  ...policies(eventType),
  ...unset,
  ...eventType.settings,
  locations: eventType.locations.map(withoutStored),
  bookingFields: eventType.bookingFields.map(withoutStored),
  users: people.map(userView),
  bookingUrl: eventTypeUrl(ctx.settings.publicUrl, people.map((person) => person.username).join("+"), eventType.slug),
});

const facts = (eventType: EventType): Wire => ({
  id: eventType.id,
  ownerId: eventType.ownerId,
  lengthInMinutes: eventType.lengthMinutes,
  ...lengths(eventType),
  title: eventType.title,
  slug: eventType.slug,
  description: eventType.description,
  disableGuests: eventType.disablesGuests,
  slotInterval: eventType.slotIntervalMinutes,
  minimumBookingNotice: eventType.noticeMinutes,
  beforeEventBuffer: eventType.bufferBeforeMinutes,
  afterEventBuffer: eventType.bufferAfterMinutes,
  scheduleId: eventType.scheduleId,
  onlyShowFirstAvailableSlot: eventType.showsFirstSlotOnly,
  offsetStart: eventType.offsetStartMinutes,
  ...(eventType.customName !== null && { customName: eventType.customName }),
  hidden: eventType.isHidden,
  bookingRequiresAuthentication: eventType.requiresAuthentication,
  requiresBookerEmailVerification: eventType.requiresEmailVerification,
  showOptimizedSlots: eventType.showsOptimizedSlots,
  ...constants,
});

function lengths({ lengthOptions, metadata }: EventType): Wire {
  if (lengthOptions.length === 0) return { metadata };
  return { lengthInMinutesOptions: lengthOptions, metadata: { ...metadata, multipleDuration: lengthOptions } };
}

const constants = {
  price: 0,
  currency: "usd",
  forwardParamsSuccessRedirect: true,
  isInstantEvent: false,
  useDestinationCalendarEmail: false,
};

const disabled = { disabled: true };

const policies = (eventType: EventType): Wire => ({
  recurrence: eventType.recurrence && { disabled: false, ...eventType.recurrence },
  ...(eventType.bookingLimits && { bookingLimitsCount: eventType.bookingLimits }),
  ...(eventType.durationLimits && { bookingLimitsDuration: eventType.durationLimits }),
  bookingWindow: eventType.bookingWindow ?? disabled,
  confirmationPolicy: eventType.confirmationPolicy ?? disabled,
  seats: eventType.seats ? { disabled: false, ...eventType.seats } : disabled,
  bookerActiveBookingsLimit: eventType.bookerLimit ?? disabled,
  ...(eventType.reschedulingPolicy && { disableRescheduling: eventType.reschedulingPolicy }),
});

/** Settings that are shown even where nobody spoke of them. */
const unset = {
  lockTimeZoneToggleOnBookingPage: false,
  successRedirectUrl: null,
  hideCalendarNotes: false,
  hideCalendarEventDetails: false,
  hideOrganizerEmail: false,
  interfaceLanguage: null,
  allowReschedulingPastBookings: false,
  allowReschedulingCancelledBookings: false,
};

const withoutStored = <T extends Location | BookingField>({ stored: _, ...rest }: T): Omit<T, "stored"> => rest;

const userView = (owner: Owner): Wire => ({
  id: owner.id,
  name: owner.name,
  username: owner.username,
  avatarUrl: owner.avatarUrl,
  weekStart: owner.weekStart,
  brandColor: null,
  darkBrandColor: null,
  // What people note about their account is nobody else's business.
  metadata: {},
});

export const deletedEventTypeView = ({ id, lengthMinutes, slug, title }: EventType): Wire => ({
  id,
  lengthInMinutes: lengthMinutes,
  slug,
  title,
});

/** An event type of one person is hosted by that person. */
export const schedulingConfigView = ({ eventType: { id, scheduleId }, owner }: BookableEventType): Wire => ({
  eventTypeId: id,
  schedulingType: null,
  scheduleId,
  hosts: [{ userId: owner.id }],
});
