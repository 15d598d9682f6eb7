import { isId } from './ids';

/**
 * A stored time as an answer shows it. Where it cannot be read, it is when the row got its id (UUIDv7), which is when it was
 * made; 1970 for a row without such an id. So one bad row does not take a list with it.
 */
export function shownTime(time: Date, id: string): string {
  // Beyond the year 9999 a time has no form that clients read.
  if (Math.abs(time.getTime()) < Date.UTC(10_000, 0)) return time.toISOString();
  const madeMs = isId(id) ? Number.parseInt(id.replace('-', '').slice(0, 12), 16) : 0;
  return new Date(madeMs).toISOString();
}
