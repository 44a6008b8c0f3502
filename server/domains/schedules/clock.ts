import { dayMs, type Instant, minuteMs, twoDigits } from "../../core/time/index.js";

/** minuteOfClock("09:30") // 570; null for anything but two digits, a colon and two digits from 00:00 to 23:59 */
export function minuteOfClock(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** clockOfMinute(570) // "09:30" */
export const clockOfMinute = (minute: number): string =>
  `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** The minute that a UTC clock shows; seconds are cut off. */
export const utcMinuteAt = (instant: Instant): number => Math.floor((instant % dayMs) / minuteMs);
