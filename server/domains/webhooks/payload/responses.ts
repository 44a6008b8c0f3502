import type { SnapshotBooking, SnapshotField } from "../../events/index.js";

/** One answer with the question it belongs to; without `value` while it is unanswered. */
interface LabelledResponse {
  label: string;
  value?: unknown;
  isHidden: boolean;
}

/** COMPAT: default questions without an own label go by upstream's translation keys. */
const defaultLabels: Record<string, string> = {
  attendeePhoneNumber: "phone_number",
  name: "your_name",
  email: "email_address",
  location: "location",
  title: "what_is_this_meeting_about",
  notes: "additional_notes",
  guests: "additional_guests",
  rescheduleReason: "reason_for_reschedule",
};

const hiddenByDefault = new Set(["attendeePhoneNumber", "title"]);

export interface LabelledResponses {
  responses: Record<string, LabelledResponse>;
  userFieldsResponses: Record<string, LabelledResponse>;
}

/** The answers of a booking by slug, all of them and those to custom questions apart. */
export function labelledResponses(booking: SnapshotBooking, fields: readonly SnapshotField[]): LabelledResponses {
  const answers: Record<string, unknown> = { ...booking.responses, location: placeOf(booking) };
  const asked = new Map(fields.map((field) => [field.slug, field]));
  const slugs = new Set([...Object.keys(defaultLabels), ...asked.keys(), ...Object.keys(answers)]);
  const labelled = [...slugs].map((slug) => [slug, label(slug, asked.get(slug), answers[slug])] as const);
  return {
    responses: Object.fromEntries(labelled),
    userFieldsResponses: Object.fromEntries(labelled.filter(([slug]) => asked.get(slug)?.isDefault === false)),
  };
}

function label(slug: string, field: SnapshotField | undefined, value: unknown): LabelledResponse {
  return {
    label: field?.label || defaultLabels[slug] || slug,
    ...(value !== undefined && { value }),
    isHidden: field?.hidden ?? hiddenByDefault.has(slug),
  };
}

/** Where it takes place, also if nobody had to be asked. */
const placeOf = ({ responses, location }: SnapshotBooking): unknown =>
  responses.location ?? { value: location ?? "", optionValue: "" };
