import { z } from "zod";
import { textUpTo } from "../../../wire.js";
import { minutes, webAddress } from "./body.js";

/** What booking pages, mails and calendars show; no rule of this server reads these but where it says so. */

const layout = z.enum(["month", "week", "column"]);

export const BookerLayouts = z
  .object({ defaultLayout: layout, enabledLayouts: z.array(layout).min(1) })
  .refine(({ defaultLayout, enabledLayouts }) => enabledLayouts.includes(defaultLayout), {
    error: "must be one of enabledLayouts",
    path: ["defaultLayout"],
    params: { rule: "isIn" },
  })
  .meta({ id: "BookerLayouts_2024_06_14" });

const hexColor = z.string().regex(/^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i, "must be a hexadecimal color");

export const EventTypeColor = z
  .object({ lightThemeHex: hexColor, darkThemeHex: hexColor })
  .meta({ id: "EventTypeColor_2024_06_14" });

const flag = z.boolean().optional();

export const CalVideoSettings = z
  .object({
    disableRecordingForOrganizer: flag,
    disableRecordingForGuests: flag,
    redirectUrlOnExit: webAddress.optional(),
    enableAutomaticRecordingForOrganizer: flag,
    enableAutomaticTranscription: flag,
    disableTranscriptionForGuests: flag,
    disableTranscriptionForOrganizer: flag,
    sendTranscriptionEmails: z.boolean().default(true),
  })
  .meta({ id: "CalVideoSettings" });

const interfaceLanguages = (
  "en ar az bg bn ca cs da de el es es-419 eu et fi fr he hu it ja km ko nl no pl pt-BR pt ro ru sk-SK sr sv tr uk vi " +
  "zh-CN zh-TW"
).split(" ");

export const DisableCancelling = z.object({ disabled: flag }).meta({ id: "DisableCancelling_2024_06_14" });

/** Read by the bookings. */
export const DisableRescheduling = z
  .object({ disabled: flag, minutesBefore: minutes(1).optional() })
  .refine(({ disabled, minutesBefore }) => !disabled || minutesBefore === undefined, {
    error: "must not be given when disabled is true",
    path: ["minutesBefore"],
    params: { rule: "isAbsent" },
  })
  .transform((policy) => (Object.keys(policy).length > 0 ? policy : { disabled: false }))
  .meta({ id: "DisableRescheduling_2024_06_14" });

/** Kept under these names in the settings of an event type. */
export const settings = {
  bookerLayouts: BookerLayouts.optional(),
  hideCalendarNotes: flag,
  hideCalendarEventDetails: flag,
  hideOrganizerEmail: flag,
  lockTimeZoneToggleOnBookingPage: flag,
  color: EventTypeColor.optional(),
  successRedirectUrl: webAddress.optional(),
  calVideoSettings: CalVideoSettings.optional(),
  interfaceLanguage: z.enum(["", ...interfaceLanguages]).optional(),
  allowReschedulingPastBookings: flag,
  allowReschedulingCancelledBookings: flag,
  disableCancelling: DisableCancelling.transform(({ disabled = false }) => ({ disabled })).optional(),
};

const nameVariables = new Set([
  "Event type title",
  "Organiser",
  "Scheduler",
  "Location",
  "Organiser first name",
  "Scheduler first name",
  "Scheduler last name",
  "Event duration",
  "LOCATION",
  "HOST/ATTENDEE",
  "HOST",
  "ATTENDEE",
  "USER",
]);

/** The pattern of booking titles; each `{…}` must be a known variable. */
export const customName = textUpTo(500).superRefine((pattern, ctx) => {
  const unknown = [...pattern.matchAll(/\{([^}]*)\}/g)].filter(([, name = ""]) => !nameVariables.has(name));
  if (unknown.length === 0) return;
  const message = `Invalid event name variables: ${unknown.map(([text]) => text).join(", ")}`;
  ctx.addIssue({ code: "custom", message, params: { rule: "isEventName" } });
});
