import { dayMs } from "./instant.js";

/** A civil date as the number of days since 1970-01-01, so that dates can be counted with. */
export type EpochDay = number;

export interface Civil {
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  day: number;
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads `YYYY-MM-DD`; null for another form or a date that does not exist.
 *
 * parseDate("2028-02-29") // 21243
 * parseDate("2027-02-29") // null
 */
export function parseDate(text: string): EpochDay | null {
  const match = datePattern.exec(text);
  if (match === null) return null;
  return epochDayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day of a civil date, or null if the date does not exist: epochDayOf(2024, 2, 30) // null */
export function epochDayOf(year: number, month: number, day: number): EpochDay | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1;
}

/** formatDate(0) // "1970-01-01" */
export function formatDate(date: EpochDay): string {
  const { year, month, day } = civilOf(date);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/**
 * Year, month and day of a date.
 *
 * civilOf(19782) // { year: 2024, month: 2, day: 29 }
 */
export function civilOf(date: EpochDay): Civil {
  // Counting years from 1 March puts the leap day last, so that every month starts at a fixed place.
  const sinceMarch0 = date + 719_468;
  const era = Math.floor(sinceMarch0 / 146_097);
  const dayOfEra = sinceMarch0 - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 = Sunday … 6 = Saturday: weekdayOf(0) // 4, a Thursday */
export function weekdayOf(date: EpochDay): number {
  return (((date + 4) % 7) + 7) % 7;
}

/** Same day `months` later; the last day of a shorter month: 31 January + 1 month // 28 or 29 February */
export function addMonths(date: EpochDay, months: number): EpochDay {
  const civil = civilOf(date);
  const monthsSinceYear0 = civil.year * 12 + civil.month - 1 + months;
  const year = Math.floor(monthsSinceYear0 / 12);
  const month = monthsSinceYear0 - year * 12 + 1;
  return firstOfMonth(year, month) + Math.min(civil.day, daysInMonth(year, month)) - 1;
}

/** Same day `years` later; 28 February for the 29th in a common year. */
export function addYears(date: EpochDay, years: number): EpochDay {
  return addMonths(date, years * 12);
}

/** firstOfMonth(1970, 2) // 31 */
export function firstOfMonth(year: number, month: number): EpochDay {
  return daysBeforeYear(year) + daysBeforeMonth(year, month);
}

/** daysInMonth(2028, 2) // 29 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 719_162;
}

function daysBeforeMonth(year: number, month: number): number {
  let days = 0;
  for (let earlier = 1; earlier < month; earlier++) days += daysInMonth(year, earlier);
  return days;
}

/** twoDigits(7) // "07" */
export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The UTC date of an instant. */
export function utcDateAt(instant: number): EpochDay {
  return Math.floor(instant / dayMs);
}
