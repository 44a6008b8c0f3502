import { formatDate, localDateAt, type Zone } from "../time/index.js";
import type { Slot } from "./facts.js";

/** The slots of one local date, whose text is their key in an answer. */
export interface SlotDay {
  date: string;
  slots: Slot[];
}

/** Slots by the date of their start in the booker's zone (§8.11); dates and slots stay ascending. */
export function groupByDate(slots: readonly Slot[], zone: Zone): SlotDay[] {
  const days: SlotDay[] = [];
  let lastDate = Number.NaN;
  for (const slot of slots) {
    const date = localDateAt(zone, slot.startsAt);
    if (date === lastDate) {
      days.at(-1)!.slots.push(slot);
    } else {
      days.push({ date: formatDate(date), slots: [slot] });
      lastDate = date;
    }
  }
  return days;
}
