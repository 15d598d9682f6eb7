import { dayMs, hourMs, minuteMs, secondMs } from '../clock';

/*
 * When a day begins and ends by the clocks of a time zone. They are moved twice a year in many: a day has 23, 24 or 25 hours, its
 * midnight may come twice or not at all, and some days never came: Samoa went from 29 to 31 December 2011.
 */

/**
 * The first moment at which it is this day, or a later one where the day was left out.
 * @param day as `2026-12-25`; one that the calendar has.
 * @param timeZone as `timeZoneNamed` returns it.
 */
export function startOfDay(day: string, timeZone: string): Date {
  const [first = 0] = reached(Date.parse(day), offsetsIn(timeZone));
  return withinYears(first);
}

/** The last moment at which it is this day, or an earlier one where the day was left out. For the params see `startOfDay`. */
export function endOfDay(day: string, timeZone: string): Date {
  const last = reached(Date.parse(day) + dayMs, offsetsIn(timeZone)).at(-1) ?? 0;
  return withinYears(last - 1);
}

/** How far the clocks are ahead of UTC at a moment, in milliseconds. */
type OffsetAt = (atMs: number) => number;

/**
 * When clocks come to show a time after an earlier one: once, or twice where they are set back over it, earliest first. Where they are
 * set forward over it, when that is.
 * @param localMs the time on the clocks, as if it were one of UTC.
 */
function reached(localMs: number, offsetAt: OffsetAt): readonly number[] {
  // No clock is a day away from UTC, and none is moved twice within two days.
  const offsets = [offsetAt(localMs - dayMs), offsetAt(localMs + dayMs)];
  const moments = [...new Set(offsets.map((aheadMs) => localMs - aheadMs))].sort((one, other) => one - other);
  const shownAt = (atMs: number): number => atMs + offsetAt(atMs);
  // Clocks that are set back to midnight show that day before, too: it does not begin again.
  const shown = moments.filter((atMs) => shownAt(atMs) === localMs && shownAt(atMs - 1) < localMs);
  return shown.length > 0 ? shown : [firstBeyond(localMs, offsetAt, moments)];
}

/** The first moment at which clocks that leave a time out show a later one. @param around it, on either side. */
function firstBeyond(localMs: number, offsetAt: OffsetAt, around: readonly number[]): number {
  let [before = localMs, beyond = localMs] = [around[0], around.at(-1)];
  while (beyond - before > 1) {
    const middle = Math.floor((before + beyond) / 2);
    if (middle + offsetAt(middle) < localMs) before = middle;
    else beyond = middle;
  }
  return beyond;
}

function offsetsIn(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (atMs) => {
    const [, sign, hours, minutes, seconds = 0] = offsetForm.exec(format.format(atMs)) ?? [];
    if (sign === undefined) return 0;
    const aheadMs = Number(hours) * hourMs + Number(minutes) * minuteMs + Number(seconds) * secondMs;
    return sign === '-' ? -aheadMs : aheadMs;
  };
}

// Local times of the 19th century differ from UTC by seconds, too. UTC itself is `GMT`.
const offsetForm = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/;

/** Answers spell years with four digits. */
function withinYears(atMs: number): Date {
  return new Date(Math.min(Math.max(atMs, Date.parse('0000-01-01')), Date.parse('9999-12-31') + dayMs - 1));
}
