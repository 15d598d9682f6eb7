import { endOfDay, startOfDay } from '../patterns/local-day';

const dayMs = 86_400_000;

/** The last moment that the policy allows a secret which was made then; null where it sets no limit. */
export function latestExpiry(madeAt: Date, maxLifetimeDays: number | null): Date | null {
  return maxLifetimeDays === null ? null : new Date(madeAt.getTime() + maxLifetimeDays * dayMs);
}

/**
 * What is sent for the last day on which a key is to work: its last moment where the reader is, or the last that the policy
 * allows, where that lies within the day.
 * @param day as a date field has it. What is no day is sent as it is, for the schema and the server to refuse.
 */
export function expiryOf(day: string, latest: Date | null): string {
  const [start, end] = [startOfDay(day), endOfDay(day)];
  if (start === null || end === null) return day;
  const isCutShort = latest !== null && start <= latest && latest < end;
  return (isCutShort ? latest : end).toISOString();
}
