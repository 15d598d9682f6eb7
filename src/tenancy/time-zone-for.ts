import { type AskedTime, momentsOf, readTimeZone } from '../platform/time-zones';
import { type Principal } from './principal';

/**
 * Where the days of a request begin and end.
 * @param named what the request itself says. Otherwise that of the company holds, and UTC for whoever acts for none.
 */
export function timeZoneFor({ company }: Principal, named?: string): string {
  return named ?? readTimeZone(company?.timeZone);
}

/** @param asked a moment or a day, as the schemas give it. */
export function askedTime(principal: Principal, asked: string, timeZone?: string): AskedTime {
  return momentsOf(asked, timeZoneFor(principal, timeZone));
}
