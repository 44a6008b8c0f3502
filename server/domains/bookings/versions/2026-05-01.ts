import { z } from "zod";
import type { Instant } from "../../../core/time/index.js";
import { queryInt, writtenOnce } from "../../../wire.js";
import type { ListedBooking } from "../booking.js";
import { BookingOutput, bookingStates, ListBookingsQuery } from "../contract.js";
import type { BookingList } from "../list.js";
import { shownView } from "../view.js";

/** Where a page of a cursor list ended. */
interface Place {
  startsAt: Instant;
  id: number;
}

const placePattern = /^(-?\d{1,15})\.(\d{1,10})$/;

const writeCursor = ({ startsAt, id }: Place): string => btoa(`${startsAt}.${id}`);

function readCursor(text: string): Place | null {
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0;
  const place = isBase64 ? placePattern.exec(atob(text)) : null;
  return place && { startsAt: Number(place[1]), id: Number(place[2]) };
}

const cursor = z
  .string()
  .transform((text, ctx) => {
    const place = readCursor(text);
    if (place) return place;
    ctx.addIssue({ code: "custom", message: "must be a cursor of an earlier answer", params: { rule: "isCursor" } });
    return z.NEVER;
  })
  .meta({ override: { type: "string" } });

const {
  take: _take,
  skip: _skip,
  sortStart,
  sortEnd,
  sortCreated,
  sortUpdatedAt,
  ...filters
} = ListBookingsQuery.shape;

/** Pages by cursor: at most one status, and an order of its own. */
const ListQuery = z.object({
  ...filters,
  status: z.enum(bookingStates).optional(),
  limit: queryInt(1, 100).default(50),
  cursor: cursor.optional(),
});

const backwards = new Set([undefined, "past", "cancelled"]);

export function readList({ status, limit, cursor, ...wanted }: z.output<typeof ListQuery>): ListBookingsQuery {
  const direction = backwards.has(status) ? ("desc" as const) : ("asc" as const);
  return {
    ...wanted,
    status: status && [status],
    take: limit,
    skip: 0,
    walk: { direction, after: cursor, isFromNow: status !== undefined && status !== "cancelled" },
  };
}

const writtenList = writtenOnce((bookings: ListedBooking[]) => bookings.map((booking) => shownView(booking, true)));

export const list = {
  query: ListQuery,
  read: ({ query }: { query: z.output<typeof ListQuery> }) => ({ query: readList(query) }),
  view: ({ bookings }: BookingList) => writtenList(bookings),
  response: z.array(BookingOutput),
  pagination: ({ bookings, total }: BookingList) => {
    const last = bookings.at(-1);
    const hasMore = total > bookings.length;
    return { nextCursor: hasMore && last ? writeCursor(last) : null, hasMore };
  },
};
