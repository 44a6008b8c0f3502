import type { Answer } from "./answer.js";
import type { Call, RequestOptions } from "./call.js";
import { type Connection, connect } from "./connection.js";
import { Domains } from "./generated/domains.js";
import type { KalendsOptions } from "./settings.js";

/**
 * A client with a method for every operation, by domain:
 *
 * ```ts
 * const kalends = new Kalends({ apiKey: "cal_live_…", baseUrl: "http://localhost:3000/v2" });
 * const booking = await kalends.bookings.create({ start, eventTypeId, attendee });
 * ```
 */
export class Kalends extends Domains {
  readonly connection: Connection;

  constructor(options: KalendsOptions = {}) {
    const connection = connect(options);
    super(connection);
    this.connection = connection;
  }

  /** Any request of the API with credentials, retries and errors as everywhere, and the whole answer: `{ data, status, headers, … }`. */
  request<Data = unknown>(call: Call, options?: RequestOptions): Promise<Answer<Data>> {
    return this.connection.send(call, options) as Promise<Answer<Data>>;
  }
}
