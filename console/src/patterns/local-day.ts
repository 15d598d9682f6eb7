/*
 * Days as a date field writes them, `2026-12-25`, in a time zone: its clocks say when they begin and end, and one in which the
 * clock is moved has 23 or 25 hours. Where a request names a day, the server finds its first and its last moment.
 */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// No clock is further from UTC.
const furthestMs = 15 * hourMs;

/** The day that it is there at this time. */
export function dayOf(at: Date, timeZone: string): string {
  return daysIn(timeZone)(at);
}

/** The same for many times. */
export function daysIn(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone, calendar: 'iso8601', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return [parts.get('year'), parts.get('month'), parts.get('day')].join('-');
  };
}

/** Whether the calendar has it: 31 February is no day. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const atMs = Date.parse(text);
  return !Number.isNaN(atMs) && dayText(atMs) === text;
}

/** The day so many days later. */
export function daysAfter(day: string, count: number): string {
  return dayText(Date.parse(day) + count * dayMs);
}

/** The first full hour of UTC that begins on this day. */
export function firstHourOf(day: string, timeZone: string): Date {
  const dayAt = daysIn(timeZone);
  const midnightMs = Date.parse(day);
  for (let atMs = midnightMs - furthestMs; atMs < midnightMs + furthestMs; atMs += hourMs)
    if (dayAt(new Date(atMs)) >= day) return new Date(atMs);
  return new Date(midnightMs + furthestMs);
}

function dayText(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
