const dayMs = 86_400_000;

/** The last moment that the policy allows a secret which was made then; null where it sets no limit. */
export function latestExpiry(madeAt: Date, maxLifetimeDays: number | null): Date | null {
  return maxLifetimeDays === null ? null : new Date(madeAt.getTime() + maxLifetimeDays * dayMs);
}

/** What is sent of the last day on which a key is to work, as the API takes it. */
export interface SentDay {
  readonly expiresAt: string;
  readonly timeZone: string;
}

/**
 * The server ends the key with that day, or with the last moment that the policy allows, where that lies within the day.
 * @param day as a date field has it.
 * @param timeZone the one that the form names: should the company's have been changed meanwhile, what was read there holds.
 */
export function expiryOf(day: string, timeZone: string): SentDay {
  return { expiresAt: day, timeZone };
}
