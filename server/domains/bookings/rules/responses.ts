import { invalid } from "../../../errors.js";
import { isPhoneNumber } from "../../../wire.js";
import type { BookingField, EventType } from "../../event-types/index.js";

/** What the booker answered, as it is sent. */
export interface GivenAnswers {
  attendee: { email?: string; phoneNumber?: string };
  bookingFieldsResponses?: Record<string, unknown>;
}

/** Checks the answers to the custom fields of the form; null counts as no answer. */
export function checkResponses(eventType: EventType, given: GivenAnswers): void {
  const answers = given.bookingFieldsResponses ?? {};
  for (const field of eventType.bookingFields) {
    if (isPhoneField(field)) checkPhoneField(field, given);
    else if (!field.isDefault) checkField(eventType, field, answers[field.slug]);
  }
  checkDefaults(eventType, given);
}

const isPhoneField = (field: BookingField): boolean =>
  field.slug === "attendeePhoneNumber" || field.slug === "smsReminderNumber";

function checkPhoneField(field: BookingField, { attendee }: GivenAnswers): void {
  if (!field.required || field.hidden || attendee.phoneNumber) return;
  throw invalid(
    'Missing attendee phone number - it is required by the event type. Pass it as "attendee.phoneNumber" string in the request.',
  );
}

function checkDefaults(eventType: EventType, { attendee, bookingFieldsResponses = {} }: GivenAnswers): void {
  const email = eventType.bookingFields.find((field) => field.slug === "email");
  if (email?.required && !email.hidden && !attendee.email) throw invalid("responses - {email}error_required_field, ");
  for (const slug of ["title", "notes"]) {
    const field = eventType.bookingFields.find((candidate) => candidate.slug === slug);
    if (field?.required && !field.hidden && isMissing(bookingFieldsResponses[slug])) throw missing(eventType, field);
  }
}

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === "";

const missing = (eventType: EventType, field: BookingField): Error =>
  invalid(
    `Missing required booking field response: ${field.slug} - it is required by the event type booking fields, but missing in the bookingFieldsResponses. You can fetch the event type with ID ${eventType.id} to see the required fields.`,
    { details: { field: field.slug } },
  );

function checkField(eventType: EventType, field: BookingField, value: unknown): void {
  if (isMissing(value)) {
    if (field.required && !field.hidden) throw missing(eventType, field);
    return;
  }
  const form = forms[field.type];
  if (form && !form.isType(value)) {
    throw invalid(
      `Invalid type for booking field '${field.slug}'. Expected type ${form.type} (compatible with field type '${field.type}'), but received ${typeOf(value)}.`,
    );
  }
  if (form?.fault && !form.isValid(value)) throw invalid(`responses - {${field.slug}}${form.fault}, `);
  checkOptions(field, value);
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? "array" : typeof value);
const isString = (value: unknown): value is string => typeof value === "string";
const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every(isString);
const isUrl = (value: unknown): boolean => isString(value) && URL.canParse(value);
const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
const isPhone = (value: unknown): boolean => isString(value) && isPhoneNumber(value);
const isEmails = (value: unknown): boolean => isStrings(value) && value.every(isEmail);

/** What the answer to a question must be: of a type, and of a form that has its own complaint. */
interface AnswerForm {
  type: string;
  isType: (value: unknown) => boolean;
  fault?: string;
  isValid: (value: unknown) => boolean;
}

const always = () => true;
const string = { type: "string", isType: isString, isValid: always };
const array = { type: "array", isType: isStrings, isValid: always };
const isOption = (value: unknown): boolean => isString(value) || typeof value === "number";
const option = { type: "string or number", isType: isOption, isValid: always };

const forms: Record<string, AnswerForm> = {
  phone: { ...string, fault: "invalid_number", isValid: isPhone },
  address: string,
  text: string,
  textarea: string,
  url: { ...string, fault: "url_validation_error", isValid: isUrl },
  number: { type: "number", isType: Number.isFinite, isValid: always },
  boolean: { type: "boolean", isType: (value) => typeof value === "boolean", isValid: always },
  multiemail: { ...array, fault: "email_validation_error", isValid: isEmails },
  select: option,
  radio: option,
  multiselect: array,
  checkbox: array,
};

function checkOptions(field: BookingField, value: unknown): void {
  if (!field.options) return;
  const allowed = field.options.join(", ");
  if (Array.isArray(value)) {
    if (value.every((item) => field.options?.includes(String(item)))) return;
    throw invalid(`One or more invalid options for booking field '${field.slug}'. Allowed options are: ${allowed}.`);
  }
  if (field.options.includes(String(value))) return;
  throw invalid(`Invalid option '${value}' for booking field '${field.slug}'. Allowed options are: ${allowed}.`);
}
