/** What came in during one step of time. */
export interface UsagePoint {
  /** When the step begins, ISO 8601. */
  readonly at: string;
  readonly valid: number;
  /** By reason, as the API's verdicts name them: `EXPIRED`. */
  readonly refused: Readonly<Record<string, number>>;
}

export type UsageRange = '24h' | '7d' | '30d';

export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

export interface UsageSummary {
  readonly valid: number;
  readonly refused: number;
  /** Of all requests, how many were refused: 0 to 1. */
  readonly refusedShare: number;
  /** The reasons there were, the most frequent first. */
  readonly reasons: readonly ReasonCount[];
}

/** Adds up what a chart shows, for those who read rather than look. */
export function summaryOf(points: readonly UsagePoint[]): UsageSummary {
  const counts = new Map<string, number>();
  for (const [reason, count] of points.flatMap(({ refused }) => Object.entries(refused))) {
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  const reasons = [...counts]
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count || one.reason.localeCompare(other.reason));
  const valid = total(points.map((point) => point.valid));
  const refused = total(reasons.map(({ count }) => count));
  return { valid, refused, refusedShare: refused === 0 ? 0 : refused / (valid + refused), reasons };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
