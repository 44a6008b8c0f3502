export type { Answer } from "./answer.js";
export { type Call, fillPath, type RequestOptions } from "./call.js";
export { type Connection, connect } from "./connection.js";
export { ApiError, ConnectionError, KalendsError, MalformedAnswerError, TimeoutError } from "./errors.js";
export * from "./generated/domains.js";
export { Kalends } from "./kalends.js";
export { type Listing, listPages, type Page } from "./pages.js";
export type { KalendsOptions, RetryNotice } from "./settings.js";
export type {
  Body,
  Booking,
  Data,
  EventType,
  Item,
  One,
  OperationId,
  Query,
  Schedule,
  Schemas,
  SlotsByDay,
  Webhook,
} from "./types.js";
export { verifyWebhook } from "./webhook.js";
