import { dayOf } from './local-day';
import type { UsagePoint, UsageRange } from './usage-summary';

/** Adds hours up to days, which are days where the reader is: an hour belongs to the day in which it begins. */
export function daysOf(hours: readonly UsagePoint[]): readonly UsagePoint[] {
  const days = new Map<string, UsagePoint>();
  for (const hour of hours) {
    const day = dayOf(new Date(hour.at));
    const before = days.get(day);
    days.set(day, before === undefined ? hour : sumOf(before, hour));
  }
  return [...days.values()];
}

/**
 * How each step is written under the chart: the hour by the reader's clock, or the day. An hour that comes twice, as the clock
 * is put back, has its zone beside it.
 */
export function stepTexts(
  points: readonly UsagePoint[],
  range: UsageRange,
  language: string,
): readonly string[] {
  const texts = points.map(({ at }) => stepText(at, range, language));
  return texts.map((text, at) =>
    texts.indexOf(text) === texts.lastIndexOf(text)
      ? text
      : stepText(points[at]?.at ?? '', range, language, { timeZoneName: 'short' }),
  );
}

/**
 * When days begin, where that is not at midnight: hours are counted as UTC has them, which is half past in some zones.
 * Null where it is midnight, and for hours.
 */
export function oddBeginning(points: readonly UsagePoint[], range: UsageRange): Date | null {
  const [first] = points;
  if (range === '24h' || first === undefined) return null;
  const begins = new Date(first.at);
  return begins.getMinutes() === 0 ? null : begins;
}

function stepText(
  at: string,
  range: UsageRange,
  language: string,
  more: Intl.DateTimeFormatOptions = {},
): string {
  const form: Intl.DateTimeFormatOptions =
    range === '24h'
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...more }
      : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, form).format(new Date(at));
}

function sumOf(one: UsagePoint, other: UsagePoint): UsagePoint {
  const refused = { ...one.refused };
  for (const [reason, count] of Object.entries(other.refused))
    refused[reason] = (refused[reason] ?? 0) + count;
  return { at: one.at, valid: one.valid + other.valid, refused };
}
