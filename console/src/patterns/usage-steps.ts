import { daysIn } from './local-day';
import type { TimeForm } from './time-zone';
import type { UsagePoint, UsageRange } from './usage-summary';

/** Adds hours up to days of a time zone: an hour belongs to the day in which it begins. */
export function daysOf(hours: readonly UsagePoint[], timeZone: string): readonly UsagePoint[] {
  const dayAt = daysIn(timeZone);
  const days = new Map<string, UsagePoint>();
  for (const hour of hours) {
    const day = dayAt(new Date(hour.at));
    const before = days.get(day);
    days.set(day, before === undefined ? hour : sumOf(before, hour));
  }
  return [...days.values()];
}

/**
 * How each step is written under the chart: the hour by the reader's clock, or the day of the company. An hour that comes twice, as the clock
 * is put back, has its zone beside it.
 */
export function stepTexts(
  points: readonly UsagePoint[],
  range: UsageRange,
  timeForm: TimeForm,
): readonly string[] {
  const texts = points.map(({ at }) => stepText(at, range, timeForm));
  return texts.map((text, at) =>
    texts.indexOf(text) === texts.lastIndexOf(text)
      ? text
      : stepText(points[at]?.at ?? '', range, timeForm, { timeZoneName: 'short' }),
  );
}

/**
 * When days begin, where that is not at midnight: hours are counted as UTC has them, which is half past in some zones.
 * Null where it is midnight, and for hours.
 */
export function oddBeginning(
  points: readonly UsagePoint[],
  range: UsageRange,
  timeZone: string,
): Date | null {
  const [first] = points;
  if (range === '24h' || first === undefined) return null;
  const begins = new Date(first.at);
  const minute = new Intl.DateTimeFormat('en', { timeZone, minute: 'numeric' }).format(begins);
  return Number(minute) === 0 ? null : begins;
}

function stepText(
  at: string,
  range: UsageRange,
  { language, timeZone }: TimeForm,
  more: Intl.DateTimeFormatOptions = {},
): string {
  const form: Intl.DateTimeFormatOptions =
    range === '24h'
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...more }
      : { timeZone, day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, form).format(new Date(at));
}

function sumOf(one: UsagePoint, other: UsagePoint): UsagePoint {
  const refused = { ...one.refused };
  for (const [reason, count] of Object.entries(other.refused))
    refused[reason] = (refused[reason] ?? 0) + count;
  return { at: one.at, valid: one.valid + other.valid, refused };
}
