export { type AskedTime, endBefore, momentsOf } from './moments-of';
export { readTimeZone, timeZoneNamed, utc } from './time-zone';
