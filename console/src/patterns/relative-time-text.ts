const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** From the longest; a unit is used from one of it on. */
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * dayMs],
  ['month', 30 * dayMs],
  ['week', 7 * dayMs],
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', minuteMs],
];

/** How far away a time is, in words: "2 hours ago", "dalam 3 hari", and "now" for less than a minute. */
export function relativeTimeText(at: Date, now: Date, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const differenceMs = at.getTime() - now.getTime();
  for (const [unit, unitMs] of units) {
    if (Math.abs(differenceMs) >= unitMs) return format.format(Math.trunc(differenceMs / unitMs), unit);
  }
  return format.format(0, 'second');
}

/** The time itself, to the second and with its zone. */
export function exactTimeText(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' }).format(at);
}

/** Whether something was used within the last seven days, and so is likely still in use. */
export function wasUsedLately(lastUsedAt: string | null, now: Date): boolean {
  return lastUsedAt !== null && now.getTime() - new Date(lastUsedAt).getTime() <= 7 * dayMs;
}
