import { z } from "zod";
import type { BookingField } from "../event-type.js";
import { assembleFields, type FieldInput, untouchedFields } from "../rules/booking-fields.js";

/** A question of the first version: named by `name`, its options with labels of their own. */
export const LegacyField = z
  .looseObject({
    name: z.string().min(1),
    type: z.string().min(1),
    label: z.string().optional(),
    required: z.boolean().optional(),
    hidden: z.boolean().optional(),
    placeholder: z.string().optional(),
    disableOnPrefill: z.boolean().optional(),
    options: z.array(z.looseObject({ label: z.string(), value: z.string() })).optional(),
  })
  .meta({ id: "BookingField_2024_04_15" });
export type LegacyField = z.output<typeof LegacyField>;

/** The given questions take their places among the system's own. */
export const readFields = (given: readonly LegacyField[]): BookingField[] =>
  assembleFields(given.map(readField), untouchedFields);

function readField(given: LegacyField): FieldInput {
  const { name, type, label, required, hidden, placeholder, disableOnPrefill } = given;
  const said = withoutUndefined({ label, required, hidden, placeholder, disableOnPrefill });
  if (name === "location") return withoutUndefined({ slug: name, isDefault: true, label });
  if (untouchedFields.some((field) => field.slug === name)) return { slug: name, isDefault: true, ...said };
  if (!ownTypes.has(type)) {
    return { type: "unknown", slug: "unknown", isDefault: false, bookingField: JSON.stringify(given), stored: given };
  }
  const options = typesWithOptions.has(type) && { options: given.options?.map(({ value }) => value) ?? [] };
  const plain = { label: name, required: false, hidden: false, disableOnPrefill: false };
  return { ...plain, ...said, type, slug: name, isDefault: false, ...options, stored: given };
}

const typesWithOptions = new Set(["select", "multiselect", "checkbox", "radio"]);
const ownTypes = new Set([
  ...typesWithOptions,
  ..."phone address text textarea number url multiemail boolean".split(" "),
]);

const withoutUndefined = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

export function writeField(field: BookingField): Record<string, unknown> {
  if (field.stored) return field.stored;
  if (field.type === "unknown") return JSON.parse(String(field.bookingField));
  return field.isDefault ? systemField(field) : ownField(field);
}

const ownField = ({ slug, type, label, required, hidden, placeholder, options, disableOnPrefill }: BookingField) => ({
  name: slug,
  type,
  label,
  required,
  hidden,
  ...(placeholder !== undefined && { placeholder }),
  ...(options && { options: options.map((option) => ({ label: option, value: option })) }),
  disableOnPrefill,
  editable: "user",
  sources: [{ id: "user", type: "user", label: "User" }],
});

function systemField(field: BookingField): Record<string, unknown> {
  const { slug, type, label, required, hidden, placeholder } = field;
  if (slug === "splitName") return splitName(field);
  return {
    name: slug,
    type,
    ...(label !== undefined && label !== "your_name" && { label }),
    ...(placeholder !== undefined && { placeholder }),
    required,
    hidden: hidden ?? false,
    editable: slug === "name" || slug === "location" ? "system" : "system-but-optional",
    sources: [{ id: "default", type: "default", label: "Default" }],
    ...extras[slug],
  };
}

const extras: Record<string, Record<string, unknown>> = {
  name: { defaultLabel: "your_name" },
  email: { defaultLabel: "email_address" },
  attendeePhoneNumber: { defaultLabel: "phone_number" },
  location: {
    defaultLabel: "location",
    getOptionsAt: "locations",
    optionsInputs: {
      attendeeInPerson: { type: "address", required: true, placeholder: "" },
      somewhereElse: { type: "text", required: true, placeholder: "" },
      phone: { type: "phone", required: true, placeholder: "" },
    },
    hideWhenJustOneOption: true,
  },
  title: { defaultLabel: "what_is_this_meeting_about", defaultPlaceholder: "" },
  notes: { defaultLabel: "additional_notes", defaultPlaceholder: "share_additional_notes" },
  guests: { defaultLabel: "additional_guests", defaultPlaceholder: "email" },
  rescheduleReason: {
    defaultLabel: "reason_for_reschedule",
    defaultPlaceholder: "reschedule_placeholder",
    views: [{ id: "reschedule", label: "Reschedule View" }],
  },
};

/** The first version has one question for the name, with a variant for two. */
function splitName(field: BookingField): Record<string, unknown> {
  const first = { label: field.firstNameLabel, placeholder: field.firstNamePlaceholder, required: true };
  const last = { label: field.lastNameLabel, placeholder: field.lastNamePlaceholder, required: field.lastNameRequired };
  const fields = [
    { name: "firstName", type: "text", ...first },
    { name: "lastName", type: "text", ...last },
  ];
  return {
    ...systemField({ type: "name", slug: "name", isDefault: true, required: true }),
    variant: "firstAndLastName",
    variantsConfig: { variants: { firstAndLastName: { fields } } },
  };
}
