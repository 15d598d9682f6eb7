import type { TimeForm } from './time-zone';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** From the shortest; a unit is used as long as it says less than this many. */
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ['minute', minuteMs, 60],
  ['hour', hourMs, 48],
  ['day', dayMs, 31],
];

/**
 * A time beside now, in words: "2 hours ago", "dalam 3 jam", and "now" for less than half a minute. Rounded to the nearest, and
 * so never wrong by more than half of what it counts in. Further away it is a date: after 30 days, and what is still to come
 * after 48 hours, since an end is a day to note and not a distance.
 */
export function relativeTimeText(at: Date, now: Date, { language, timeZone }: TimeForm): string {
  const differenceMs = at.getTime() - now.getTime();
  const lastUnit = differenceMs > 0 ? 'hour' : 'day';
  for (const [unit, unitMs, less] of units) {
    const count = Math.round(Math.abs(differenceMs) / unitMs);
    if (count === 0) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
    if (count < less)
      return new Intl.RelativeTimeFormat(language).format(Math.sign(differenceMs) * count, unit);
    if (unit === lastUnit) break;
  }
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium' }).format(at);
}

/** The time itself, to the second and with its zone. */
export function exactTimeText(at: Date, { language, timeZone }: TimeForm): string {
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'long' }).format(at);
}

/** The time within a sentence, to the minute, and by whose clocks: "works until Jan 15, 2027, 5:58 PM, Asia/Jakarta". */
export function momentText(at: string, form: TimeForm): string {
  return `${timeText(at, form)}, ${form.timeZone}`;
}

/** The time to the minute, without the zone, in a column of such. */
export function timeText(at: string, { language, timeZone }: TimeForm): string {
  const text = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return text.format(new Date(at));
}

/** The time of the day, where the day is said above. */
export function clockText(at: string, { language, timeZone }: TimeForm): string {
  return new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'short' }).format(new Date(at));
}

/** Whether something was used within the last seven days, and so is likely still in use. */
export function wasUsedLately(lastUsedAt: string | null, now: Date): boolean {
  return lastUsedAt !== null && now.getTime() - new Date(lastUsedAt).getTime() <= 7 * dayMs;
}
