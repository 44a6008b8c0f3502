import type { Words } from "./words.js";

export const english: Words = {
  organizer: {
    created: { label: "New booking", lead: ({ booker }) => `${booker} booked a meeting with you.` },
    requested: {
      label: "Please confirm",
      lead: ({ booker }) => `${booker} would like to meet you. Nothing is booked until you confirm it.`,
    },
    "move-requested": {
      label: "Please confirm the new time",
      lead: ({ booker }) =>
        `${booker} would like to move the meeting. Nothing is booked until you confirm the new time.`,
    },
    confirmed: { label: "Confirmed", lead: ({ booker }) => `You confirmed the meeting with ${booker}.` },
    rescheduled: { label: "New time", lead: ({ booker }) => `The meeting with ${booker} has a new time.` },
    cancelled: { label: "Cancelled", lead: ({ booker }) => `The meeting with ${booker} will not take place.` },
    "seat-cancelled": {
      label: "Seat given back",
      lead: ({ booker }) => `${booker} will not come. The meeting takes place with the others.`,
    },
    rebook: {
      label: "Cancelled, new time requested",
      lead: ({ booker }) => `You asked ${booker} to choose another time. This one is free again.`,
    },
    relocated: {
      label: "New location",
      lead: ({ booker }) => `The meeting with ${booker} takes place somewhere else.`,
    },
    "people-added": {
      label: "More participants",
      lead: ({ booker }) => `There are new participants in the meeting with ${booker}.`,
    },
  },
  attendee: {
    created: { label: "Confirmed", lead: ({ organizer }) => `Your meeting with ${organizer} is booked.` },
    requested: {
      label: "Waiting for confirmation",
      lead: ({ organizer }) => `Your request was sent to ${organizer}. You will hear as soon as it is confirmed.`,
    },
    "move-requested": {
      label: "Waiting for confirmation of the new time",
      lead: ({ organizer }) =>
        `The new time was sent to ${organizer}. The old one was given up; you will hear as soon as the new one is confirmed.`,
    },
    confirmed: { label: "Confirmed", lead: ({ organizer }) => `${organizer} confirmed the meeting.` },
    declined: {
      label: "Declined",
      lead: ({ organizer }) => `${organizer} cannot take this meeting. Nothing is booked.`,
    },
    rescheduled: { label: "New time", lead: ({ organizer }) => `Your meeting with ${organizer} has a new time.` },
    cancelled: { label: "Cancelled", lead: ({ organizer }) => `Your meeting with ${organizer} will not take place.` },
    rebook: {
      label: "Please choose another time",
      lead: ({ organizer }) => `${organizer} cannot make it at this time and asks you to choose another one.`,
    },
    relocated: {
      label: "New location",
      lead: ({ organizer }) => `Your meeting with ${organizer} takes place somewhere else.`,
    },
    "people-added": {
      label: "Invitation",
      lead: ({ organizer }) => `You were added to a meeting with ${organizer}.`,
    },
  },
  subject: (label, title) => `${label}: ${title}`,
  facts: {
    when: "When",
    before: "Before",
    where: "Where",
    who: "Who",
    notes: "Notes",
    reason: "Reason",
    cancelledBy: "Cancelled by",
    phone: "Phone",
    repeats: "Repeats",
    alsoCancelled: "Also cancelled",
  },
  bracketed: (text) => ` (${text})`,
  organizerRole: (name) => `${name} (organizer)`,
  join: "Join the meeting",
  videoCall: "Video call",
  yes: "Yes",
  no: "No",
  repeats: (interval, frequency) => {
    const unit = { weekly: "week", monthly: "month", yearly: "year" }[frequency];
    return interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
  },
  answersGoTo: (name) => `Answers to this mail go to ${name}.`,
  reference: (uid) => `Booking ${uid}`,
};
