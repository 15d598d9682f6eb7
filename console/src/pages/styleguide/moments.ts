const dayMs = 86_400_000;

/** So that what is relative to now looks the same whenever one looks. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString();
}
