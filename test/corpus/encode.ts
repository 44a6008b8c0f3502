interface WireSlot {
  start?: string;
  time?: string;
  startTime?: string;
  end?: string;
  endTime?: string;
  bookingUid?: string;
  seatsBooked?: number;
  seatsTotal?: number;
  attendees?: number;
}

type WireDays = Record<string, WireSlot[]>;

const instant = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):00\.000(Z|[+-]\d\d:\d\d)$/;

/** An answer of either slots operation in the compact text of the corpus, from date to one line of words. */
export function encodeSlots(
  data: WireDays | { slots: WireDays },
  nameOf: (uid: string) => string,
): Record<string, string> {
  const days = ("slots" in data ? data.slots : data) as WireDays;
  return Object.fromEntries(Object.entries(days).map(([date, slots]) => [date, encodeDay(date, slots, nameOf)]));
}

function encodeDay(date: string, slots: readonly WireSlot[], nameOf: (uid: string) => string): string {
  const words: string[] = [];
  let offset: string | undefined;
  for (const slot of slots) {
    const [, day, , slotOffset] = instant.exec(startOf(slot)) ?? [];
    if (day === date && slotOffset !== offset) {
      offset = slotOffset;
      words.push(slotOffset ?? "");
    }
    words.push(encodeTimes(date, slot) + encodeSeats(slot, nameOf));
  }
  return words.join(" ");
}

const startOf = (slot: WireSlot): string => slot.start ?? slot.time ?? slot.startTime ?? "";

function encodeTimes(date: string, slot: WireSlot): string {
  const start = startOf(slot);
  const [, startDate, startClock, offset] = instant.exec(start) ?? [];
  const text = startDate === date ? (startClock ?? start) : start;
  const end = slot.end ?? slot.endTime;
  if (end === undefined) return text;
  const [, endDate, endClock, endOffset] = instant.exec(end) ?? [];
  return `${text}-${endDate === date && endOffset === offset ? endClock : end}`;
}

function encodeSeats(slot: WireSlot, nameOf: (uid: string) => string): string {
  const uid = slot.bookingUid ? ` ${nameOf(slot.bookingUid)}` : "";
  if (slot.seatsTotal !== undefined) return `(${slot.seatsBooked}/${slot.seatsTotal}${uid})`;
  return slot.attendees !== undefined || uid ? `(${slot.attendees}${uid})` : "";
}
