/* Days and times as they are in a time zone, wherever this test runs. */

/** `2026-12-25`, in this zone at this time. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

/** `2026-12-25 23:59:59`, in this zone at this time. */
export function momentIn(timeZone: string, at: string): string {
  const form = { timeZone, dateStyle: 'short', timeStyle: 'medium' } as const;
  return new Intl.DateTimeFormat('sv-SE', form).format(new Date(at));
}

/** So many days after this one. */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The next Sunday on which Europe moves its clocks, in March or in October: the last one of the month. */
export function nextClockChange(month: 'March' | 'October', now: Date): string {
  const year = now.getUTCFullYear() + 1;
  const last = new Date(Date.UTC(year, month === 'March' ? 2 : 9, 31));
  return daysAfter(last.toISOString().slice(0, 10), -last.getUTCDay());
}

/** As a table writes a day that is not near: `Dec 25, 2026`. */
export function dayText(day: string, language: string): string {
  const form = { timeZone: 'UTC', dateStyle: 'medium' } as const;
  return new Intl.DateTimeFormat(language, form).format(new Date(`${day}T12:00:00Z`));
}
