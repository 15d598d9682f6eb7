const dayMs = 86_400_000;
const nearMs = 14 * dayMs;

export interface Life {
  /** How much of it is over: 0 to 1. */
  readonly spent: number;
  /** `near`: within 14 days, from which on it is said everywhere. */
  readonly end: 'never' | 'far' | 'near' | 'over';
  /** Whole days that are left, rounded up. */
  readonly daysLeft: number;
}

/** Where a key stands between its beginning and its end. */
export function lifeOf(from: Date, until: Date | null, now: Date): Life {
  if (until === null) return { spent: 0, end: 'never', daysLeft: Infinity };
  const leftMs = until.getTime() - now.getTime();
  const wholeMs = until.getTime() - from.getTime();
  if (leftMs <= 0 || wholeMs <= 0) return { spent: 1, end: 'over', daysLeft: 0 };
  const spent = Math.min(1, Math.max(0, 1 - leftMs / wholeMs));
  return { spent, end: leftMs <= nearMs ? 'near' : 'far', daysLeft: Math.ceil(leftMs / dayMs) };
}
