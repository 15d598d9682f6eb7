import { z } from 'zod';
import { type FieldFault, fieldFault, issueOf } from '../../../libs/problems';
import { timeZoneNamed } from '../time-zones';

const example = 'like 2027-03-28T02:30:00+07:00 or 2027-03-27T19:30:00Z';
const notADate = fieldFault(
  'not-a-date',
  {},
  `must be a day that exists, like 2027-03-28, or a time with its offset, ${example}`,
);
const zoneRule = 'must be a time zone of the IANA database, like Asia/Jakarta';
const maxLength = 64;

/**
 * A moment, or a date. A moment is any date-time of RFC 3339. It comes out in UTC, to the millisecond, in the one spelling of ISO 8601.
 * A date comes out as it is: when it begins and ends depends on a time zone.
 */
export const momentOrDay = z
  .union([dateTime(), z.string().meta({ format: 'date' })])
  .transform(readBy((text) => dayOf(text) ?? utcOf(text), notADate));

/** The same in a query, where a `+` that was not escaped is a blank. */
export const queryMomentOrDay = z
  .union([dateTime(), z.string().meta({ format: 'date' })])
  .transform(readBy((text) => dayOf(text) ?? utcOf(withPlus(text)), notADate));

function dateTime() {
  return z.string().meta({ format: 'date-time' });
}

/** The name of a time zone, in any case. It comes out in the one spelling that is stored and shown. */
export const timeZoneName = z
  .string()
  .transform(readBy(timeZoneNamed, fieldFault('unknown-reference', { resource: 'time-zone' }, zoneRule)));

function readBy(read: (text: string) => string | null, fault: FieldFault) {
  return (text: string, context: z.RefinementCtx<string>): string => {
    const found = text.length > maxLength ? null : read(text);
    if (found !== null) return found;
    context.addIssue({ code: 'custom', ...issueOf(fault) });
    return z.NEVER;
  };
}

const shape =
  /^(?<day>\d{4}-\d\d-\d\d)[Tt](?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d|60)(?:\.(?<fraction>\d+))?)?(?:[Zz]|(?<sign>[+-])(?<offsetHour>[01]\d|2[0-3]):(?<offsetMinute>[0-5]\d))$/;

/** @returns null for what is no moment, or one that no answer could spell: years have four digits. */
function utcOf(text: string): string | null {
  const { day = '', hour, minute, second, fraction = '', ...offset } = shape.exec(text)?.groups ?? {};
  if (dayOf(day) === null) return null;
  // By number and not by name: a leap second is the first of the next minute, as all clocks of computers have it.
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0) - offsetSeconds(offset);
  const at = new Date(Date.parse(day) + seconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0')));
  if (second === '60' && !/-(?:06-30|12-31)T23:59:59$/.test(secondBefore(at))) return null;
  const utc = at.toISOString();
  return /^\d{4}-/.test(utc) ? utc : null;
}

function offsetSeconds({ sign, offsetHour, offsetMinute }: Record<string, string | undefined>): number {
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(offsetHour) * 3600 + Number(offsetMinute) * 60);
}

/** Leap seconds are inserted in UTC, and only at the end of June and December. */
function secondBefore(at: Date): string {
  return new Date(at.getTime() - 1000).toISOString().slice(0, -5);
}

function withPlus(text: string): string {
  return text.replace(/ (?=\d\d:\d\d$)/, '+');
}

function dayOf(text: string): string | null {
  return z.iso.date().safeParse(text).data ?? null;
}
