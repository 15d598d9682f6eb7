/*
 * Days as a date field writes them, `2026-12-25`, where the reader is: they begin and end by the clock of the browser, and
 * one in which the clock is moved has 23 or 25 hours.
 */

// RFC 3339 has no later year than 9999, and some of its last day here is in the year after by UTC.
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The day that it is here at this time. */
export function dayOf(at: Date): string {
  const [year, month, date] = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

/** The first moment of a day, or of the day so many days later; null for a text that is no day. */
export function startOfDay(day: string, daysLater = 0): Date | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return null;
  if (!isOnTheCalendar(Number(year), Number(month), Number(date))) return null;
  const start = new Date(2000, 0);
  // Not by the constructor, for which the year 25 is 1925. Where the clock skips midnight this is the first moment after.
  start.setFullYear(Number(year), Number(month) - 1, Number(date) + daysLater);
  return new Date(Math.min(start.getTime(), lastMs));
}

/** The last moment of a day; null for a text that is no day. */
export function endOfDay(day: string): Date | null {
  const next = startOfDay(day, 1);
  return next === null ? null : new Date(next.getTime() - 1);
}

/** Whether the calendar has it: 31 February would else be a day in March. */
function isOnTheCalendar(year: number, month: number, date: number): boolean {
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, date);
  return utc.getUTCMonth() === month - 1 && utc.getUTCDate() === date;
}
