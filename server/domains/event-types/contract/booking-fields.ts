import { z } from "zod";
import { invalid } from "../../../errors.js";
import { listUpTo } from "../../../wire.js";
import { assembleFields, type FieldInput, slugsOfDefaults } from "../rules/booking-fields.js";
import { jsonText } from "./body.js";
import { checked } from "./sentence.js";

const text = z.string("must be a string");
const flag = z.boolean("must be a boolean value");
const looks = { label: text.optional(), placeholder: text.optional(), disableOnPrefill: flag.optional() };

const overrides = {
  name: z.object({ type: z.literal("name"), ...looks }).meta({ id: "NameDefaultFieldInput_2024_06_14" }),
  splitName: z.object({
    type: z.literal("splitName"),
    firstNameLabel: text.default(""),
    firstNamePlaceholder: text.default(""),
    lastNameLabel: text.default(""),
    lastNamePlaceholder: text.default(""),
    lastNameRequired: flag.default(false),
    disableOnPrefill: flag.default(false),
  }),
  email: z
    .object({ type: z.literal("email"), required: flag.optional(), hidden: flag.optional(), ...looks })
    .meta({ id: "EmailDefaultFieldInput_2024_06_14" }),
  attendeePhoneNumber: z.object({
    type: z.literal("phone"),
    slug: z.literal("attendeePhoneNumber"),
    required: flag.default(false),
    hidden: flag.default(false),
    ...looks,
  }),
  location: z
    .object({ slug: z.literal("location"), label: text.optional() })
    .meta({ id: "LocationDefaultFieldInput_2024_06_14" }),
  title: bySlug("title").meta({ id: "TitleDefaultFieldInput_2024_06_14" }),
  notes: bySlug("notes").meta({ id: "NotesDefaultFieldInput_2024_06_14" }),
  guests: bySlug("guests").meta({ id: "GuestsDefaultFieldInput_2024_06_14" }),
  rescheduleReason: bySlug("rescheduleReason").meta({ id: "RescheduleReasonDefaultFieldInput_2024_06_14" }),
};

function bySlug(slug: (typeof slugsOfDefaults)[number]) {
  return z.object({ slug: z.literal(slug), required: flag.default(false), hidden: flag.default(false), ...looks });
}

const placeholder = { placeholder: text.optional() };
const maxOptions = 200;
const options = {
  options: z.array(text, "must be an array").max(maxOptions, `must contain no more than ${maxOptions} elements`),
};

const customs = {
  phone: custom("phone", placeholder).meta({ id: "PhoneFieldInput_2024_06_14" }),
  address: custom("address", placeholder).meta({ id: "AddressFieldInput_2024_06_14" }),
  text: custom("text", placeholder).meta({ id: "TextFieldInput_2024_06_14" }),
  number: custom("number", placeholder).meta({ id: "NumberFieldInput_2024_06_14" }),
  textarea: custom("textarea", placeholder).meta({ id: "TextAreaFieldInput_2024_06_14" }),
  select: custom("select", { ...placeholder, ...options }).meta({ id: "SelectFieldInput_2024_06_14" }),
  multiselect: custom("multiselect", options).meta({ id: "MultiSelectFieldInput_2024_06_14" }),
  multiemail: custom("multiemail", placeholder).meta({ id: "MultiEmailFieldInput_2024_06_14" }),
  checkbox: custom("checkbox", options).meta({ id: "CheckboxGroupFieldInput_2024_06_14" }),
  radio: custom("radio", options).meta({ id: "RadioGroupFieldInput_2024_06_14" }),
  boolean: custom("boolean", {}).meta({ id: "BooleanFieldInput_2024_06_14" }),
  url: custom("url", placeholder).meta({ id: "UrlFieldInput_2024_06_14" }),
  /** What an older dialect stored, as it comes out: so that an event type's own answer can be posted back. */
  unknown: z.object({ type: z.literal("unknown"), slug: z.literal("unknown"), bookingField: jsonText }),
};

function custom<Extra extends z.ZodRawShape>(type: string, extra: Extra) {
  return z.object({
    type: z.literal(type),
    slug: text.min(1, "must not be empty"),
    label: text,
    required: flag,
    hidden: flag.default(false),
    disableOnPrefill: flag.default(false),
    ...extra,
  });
}

const wireForms = z.union([...Object.values(overrides), ...Object.values(customs)] as unknown as [z.ZodType<object>]);

export const maxFields = 100;

/** The questions of the booking form; what is sent replaces all that was there. */
export const bookingFields = z
  .preprocess(
    (given) => {
      if (!Array.isArray(given)) throw invalid("'bookingFields' must be an array.");
      if (given.length === 0) throw invalid("'bookingFields' must contain at least 1 booking field.");
      return given;
    },
    listUpTo(maxFields, z.preprocess(readField, wireForms)).min(1),
  )
  .transform((fields) => assembleFields(fields.map(markDefault)));

/** Refuses in upstream's sentences; the union behind it then only documents what passes. */
function readField(given: unknown): object {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw invalid("'bookingFields' must be an array of objects.");
  }
  const field = withoutAliases(given as Record<string, unknown>);
  const part = `${field.type ?? field.slug} booking field`;
  return checked(schemaFor(field) as z.ZodType<object>, field, part);
}

function schemaFor({ type, slug }: Record<string, unknown>): z.ZodType {
  const bySlug = slugsOfDefaults.find((known) => known === slug);
  if (bySlug) return overrides[bySlug];
  if (type === undefined) {
    throw invalid(`'bookingFields' - 'type' is required for all fields but ${slugsOfDefaults.join(", ")}.`);
  }
  if (type === "name" || type === "splitName" || type === "email") return overrides[type];
  if (type === "phone" && slug === "attendeePhoneNumber") return overrides.attendeePhoneNumber;
  if (Object.hasOwn(customs, String(type))) return customs[type as keyof typeof customs];
  throw invalid(`Unsupported booking field type '${type}'.`);
}

/** Names that the published agent skill uses. */
function withoutAliases({ name, options, ...rest }: Record<string, unknown>): Record<string, unknown> {
  const field: Record<string, unknown> = { ...rest, ...(options !== undefined && { options: valuesOf(options) }) };
  if (field.slug === undefined && name !== undefined) field.slug = name;
  if (field.type === "checkbox" && options === undefined) field.type = "boolean";
  return field;
}

function valuesOf(options: unknown): unknown {
  if (!Array.isArray(options)) return options;
  return options.map((option) => (typeof option === "object" && option !== null ? option.value : option));
}

/** After parsing, only default questions lack a slug: they are known by their type. */
function markDefault(field: Partial<FieldInput>): FieldInput {
  const { type, slug = String(type) } = field;
  const isPhone = type === "phone" && slug === "attendeePhoneNumber";
  const isBySlug = slugsOfDefaults.some((known) => known === slug);
  return { ...field, slug, isDefault: field.slug === undefined || isBySlug || isPhone };
}
