import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { Instant } from "../core/time/instant.js";

/** Columns of the tables in `migrations/`; instants are read as epoch milliseconds and written with `at()`. */
export interface Schema {
  users: Users;
  api_keys: ApiKeys;
  schedules: Schedules;
  schedule_rules: ScheduleRules;
  travel_schedules: TravelSchedules;
  out_of_office: OutOfOffice;
  event_types: EventTypes;
  private_links: PrivateLinks;
  bookings: Bookings;
  attendees: Attendees;
  seats: Seats;
  occupied_times: OccupiedTimes;
  holds: Holds;
  user_revisions: UserRevisions;
  events: Events;
  jobs: Jobs;
  idempotency_keys: IdempotencyKeys;
  rate_limits: RateLimits;
  webhooks: Webhooks;
  webhook_deliveries: WebhookDeliveries;
  webhook_attempts: WebhookAttempts;
  mails: Mails;
  verification_codes: VerificationCodes;
  verified_emails: VerifiedEmails;
  verified_phones: VerifiedPhones;
}

type Id = Generated<number>;
type Json<T = unknown> = ColumnType<T, T, T>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

interface Users {
  id: Id;
  username: string;
  email: string;
  name: string | null;
  avatar_url: string | null;
  bio: string | null;
  time_zone: string;
  week_start: Defaulted<string>;
  time_format: Defaulted<number>;
  locale: string | null;
  metadata: Defaulted<Record<string, unknown>>;
  default_schedule_id: number | null;
  pending_email: string | null;
  is_operator: Defaulted<boolean>;
  created_at: Defaulted<Instant>;
}

interface ApiKeys {
  id: Id;
  user_id: number;
  hash: string;
  note: string | null;
  expires_at: Instant | null;
  created_at: Defaulted<Instant>;
}

interface Schedules {
  id: Id;
  user_id: number;
  name: string;
  time_zone: string;
  created_at: Defaulted<Instant>;
}

interface ScheduleRules {
  id: Id;
  schedule_id: number;
  days: number[];
  date: string | null;
  start_minute: number;
  end_minute: number;
}

interface TravelSchedules {
  id: Id;
  user_id: number;
  time_zone: string;
  start_date: string;
  end_date: string | null;
}

interface OutOfOffice {
  id: Id;
  uuid: string;
  user_id: number;
  to_user_id: number | null;
  start_date: string;
  end_date: string;
  reason: Defaulted<string>;
  notes: string | null;
  created_at: Defaulted<Instant>;
  updated_at: Defaulted<Instant>;
}

interface EventTypes {
  id: Id;
  user_id: number | null;
  title: string;
  slug: string;
  description: Defaulted<string>;
  length_minutes: number;
  length_options: number[] | null;
  slot_interval_minutes: number | null;
  offset_start_minutes: Defaulted<number>;
  notice_minutes: Defaulted<number>;
  buffer_before_minutes: Defaulted<number>;
  buffer_after_minutes: Defaulted<number>;
  schedule_id: number | null;
  booking_window: Json;
  booking_limits: Json;
  duration_limits: Json;
  booker_limit: Json;
  confirmation_policy: Json;
  seats: Json;
  recurrence: Json;
  locations: Json;
  booking_fields: Json;
  custom_name: string | null;
  shows_first_slot_only: Defaulted<boolean>;
  shows_optimized_slots: Defaulted<boolean>;
  is_hidden: Defaulted<boolean>;
  disables_guests: Defaulted<boolean>;
  requires_authentication: Defaulted<boolean>;
  requires_email_verification: Defaulted<boolean>;
  disables_cancelling: Defaulted<boolean>;
  rescheduling_policy: Json;
  settings: Defaulted<Record<string, unknown>>;
  metadata: Defaulted<Record<string, unknown>>;
  created_at: Defaulted<Instant>;
}

interface PrivateLinks {
  id: Id;
  link_id: string;
  event_type_id: number;
  expires_at: Instant | null;
  max_usage_count: number | null;
  usage_count: Defaulted<number>;
  created_at: Defaulted<Instant>;
}

export type BookingStatus = "accepted" | "pending" | "cancelled" | "rejected" | "awaiting_host";

interface Bookings {
  id: Id;
  uid: string;
  event_type_id: number | null;
  user_id: number | null;
  title: string;
  description: Defaulted<string>;
  starts_at: Instant;
  ends_at: Instant;
  status: BookingStatus;
  location: string | null;
  responses: Defaulted<Record<string, unknown>>;
  metadata: Defaulted<Record<string, unknown>>;
  recurring_uid: string | null;
  ical_uid: string;
  ical_sequence: Defaulted<number>;
  from_reschedule: string | null;
  is_rescheduled: Defaulted<boolean>;
  rescheduled_by: string | null;
  rescheduling_reason: string | null;
  cancellation_reason: string | null;
  cancelled_by: string | null;
  rejection_reason: string | null;
  is_host_absent: Defaulted<boolean>;
  created_at: Instant;
  updated_at: Instant;
}

interface Attendees {
  id: Id;
  booking_id: number;
  name: string;
  email: string;
  time_zone: string;
  locale: Defaulted<string>;
  phone_number: string | null;
  is_absent: Defaulted<boolean>;
}

interface Seats {
  uid: string;
  booking_id: number;
  attendee_id: number;
  responses: Defaulted<Record<string, unknown>>;
  metadata: Defaulted<Record<string, unknown>>;
}

interface OccupiedTimes {
  booking_id: number;
  user_id: number;
  during: string;
  is_blocking: boolean;
  is_seated: Defaulted<boolean>;
  is_override: Defaulted<boolean>;
}

interface UserRevisions {
  user_id: number;
  revision: Generated<string>;
}

interface Holds {
  uid: string;
  event_type_id: number;
  user_id: number;
  starts_at: Instant;
  ends_at: Instant;
  release_at: Instant;
  is_seat: Defaulted<boolean>;
}

interface Events {
  id: GeneratedAlways<number>;
  kind: string;
  user_id: number | null;
  subject: string | null;
  data: Json;
  created_at: Instant;
  position: number | null;
  thread: GeneratedAlways<string | null>;
}

interface Jobs {
  id: GeneratedAlways<number>;
  kind: string;
  payload: Json;
  run_at: Instant;
  attempts: Defaulted<number>;
  locked_until: Instant | null;
  last_error: string | null;
  dead_at: Instant | null;
  created_at: Defaulted<Instant>;
  key: string | null;
  thread: string | null;
}

interface IdempotencyKeys {
  id: string;
  fingerprint: string;
  status: number | null;
  headers: Json<Record<string, string> | null>;
  body: string | null;
  is_sealed: Defaulted<boolean>;
  expires_at: Instant;
}

interface RateLimits {
  key: string;
  points: Defaulted<number>;
  expire: number | null;
}

interface Webhooks {
  id: string;
  user_id: number | null;
  event_type_id: number | null;
  subscriber_url: string;
  triggers: string[];
  is_active: Defaulted<boolean>;
  payload_template: string | null;
  secret: string | null;
  version: Defaulted<string>;
  delay_time: number | null;
  delay_unit: string | null;
  created_at: Defaulted<Instant>;
  failing_since: Instant | null;
  paused_at: Instant | null;
}

interface WebhookDeliveries {
  id: string;
  webhook_id: string;
  event_id: number;
  trigger: string;
  content_type: string;
  body: string;
  signature: string;
  status: Defaulted<"pending" | "delivered" | "failed" | "abandoned">;
  attempts: Defaulted<number>;
  last_status: number | null;
  last_error: string | null;
  next_attempt_at: Instant | null;
  created_at: Instant;
  finished_at: Instant | null;
  thread: string;
  due_at: Instant;
  locked_until: Instant | null;
  tries: Defaulted<number>;
}

interface WebhookAttempts {
  delivery_id: string;
  attempt: number;
  attempted_at: Instant;
  response_status: number | null;
  error: string | null;
  duration_ms: number;
}

interface Mails {
  id: GeneratedAlways<number>;
  kind: string;
  event_id: number | null;
  user_id: number | null;
  to_name: Defaulted<string>;
  to_email: string;
  reply_to: Json<{ name: string; email: string } | null>;
  subject: string;
  html: string;
  text: string;
  calendar: Json<{ method: "REQUEST" | "CANCEL"; content: string } | null>;
  status: "queued" | "sent" | "failed" | "kept";
  attempts: Defaulted<number>;
  last_error: string | null;
  created_at: Instant;
  finished_at: Instant | null;
}

interface VerificationCodes {
  id: GeneratedAlways<number>;
  purpose: "user-email" | "user-phone" | "booker-email";
  user_id: number | null;
  address: string;
  salt: string;
  hash: string;
  tries_left: number;
  expires_at: Instant;
  issued: Defaulted<number>;
  window_ends_at: Instant;
}

interface VerifiedEmails {
  id: Id;
  user_id: number;
  email: string;
  created_at: Instant;
}

interface VerifiedPhones {
  id: Id;
  user_id: number;
  phone_number: string;
  created_at: Instant;
}
