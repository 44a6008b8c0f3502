import { invalid } from "../../../errors.js";
import type { BookingField } from "../event-type.js";

const system = { isDefault: true, disableOnPrefill: false };

const name = { ...system, type: "name", slug: "name", required: true, label: "your_name" };
const email = { ...system, type: "email", slug: "email", required: true, hidden: false };
const phone = { ...system, type: "phone", slug: "attendeePhoneNumber", required: false, hidden: true };
const location = { isDefault: true, type: "radioInput", slug: "location", required: false, hidden: false };
const title = { ...system, type: "text", slug: "title", required: true, hidden: true };
const notes = { ...system, type: "textarea", slug: "notes", required: false, hidden: false };
const guests = { ...system, type: "multiemail", slug: "guests", required: false, hidden: false };
const rescheduleReason = { ...system, type: "textarea", slug: "rescheduleReason", required: false, hidden: false };

const atTheTop: BookingField[] = [name, email, location];
const atTheEnd: BookingField[] = [title, notes, guests, rescheduleReason];

/** The questions of a booking form that nobody changed. */
export const defaultFields: BookingField[] = [...atTheTop, ...atTheEnd];

/** The same where nobody ever spoke of fields: the phone number waits, hidden, to be asked for. */
export const untouchedFields: BookingField[] = [name, email, phone, location, ...atTheEnd];

/** Slugs of default questions that are changed by slug alone; their type need not be sent. */
export const slugsOfDefaults = ["location", "title", "notes", "guests", "rescheduleReason"] as const;

/** A question as sent: a change of a default one, or one of the owner's own. */
export type FieldInput = { slug: string; isDefault: boolean } & Partial<BookingField>;

/** The whole form: changed defaults in their places, the owner's own questions in the order in which they were sent. */
export function assembleFields(given: readonly FieldInput[], defaults = defaultFields): BookingField[] {
  checkSlugs(given);
  const own = given.filter((field) => !field.isDefault) as BookingField[];
  const change = (field: BookingField): BookingField => ({ ...field, ...changeOf(given, field.slug) });
  const [top, end] = [defaults.slice(0, -atTheEnd.length), defaults.slice(-atTheEnd.length)];
  const fields = [...withNames(given, withPhone(given, top)).map(change), ...own, ...end.map(change)];
  checkContact(fields);
  return fields;
}

const changeOf = (given: readonly FieldInput[], slug: string): FieldInput | undefined =>
  given.find((field) => field.isDefault && field.slug === slug);

function checkSlugs(given: readonly FieldInput[]): void {
  const seen = new Set<string>();
  for (const { slug, isDefault } of given) {
    const key = slug === "splitName" ? "name" : slug;
    const isTaken = seen.has(key) || (!isDefault && (key === "name" || key === "email"));
    // Fields of kinds that this server does not know all go by one name.
    if (isTaken && slug !== "unknown") {
      throw invalid(`Duplicate bookingFields slug '${slug}' found. All bookingFields slugs must be unique.`);
    }
    seen.add(key);
  }
}

function withNames(given: readonly FieldInput[], fields: readonly BookingField[]): BookingField[] {
  const split = changeOf(given, "splitName") as BookingField | undefined;
  return fields.map((field) => (field.slug === "name" && split ? split : field));
}

/** Asked for by name, the attendee's phone number stands after the e-mail address. */
function withPhone(given: readonly FieldInput[], fields: readonly BookingField[]): BookingField[] {
  const isThere = fields.some((field) => field.slug === phone.slug);
  if (isThere || !changeOf(given, phone.slug)) return [...fields];
  return fields.flatMap((field) => (field.slug === email.slug ? [field, phone] : [field]));
}

/** Only team event types may be booked with a phone number alone. */
function checkContact(fields: readonly BookingField[]): void {
  const address = fields.find((field) => field.slug === email.slug);
  if (address?.required && !address.hidden) return;
  throw invalid(
    "'bookingFields' - the email field must be required and not hidden: bookings of this event type need an email address.",
  );
}

/** The form with its guests question shown or hidden as the event type allows guests. */
export function withGuests(fields: readonly BookingField[], isHidden: boolean): BookingField[] {
  return fields.map((field) =>
    field.isDefault && field.slug === guests.slug ? { ...field, hidden: isHidden } : field,
  );
}
