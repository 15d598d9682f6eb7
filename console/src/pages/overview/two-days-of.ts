import { summaryOf, type UsagePoint } from '../../patterns/usage-summary';

export interface TwoDays {
  /** The last 24 hours, by the hour. */
  readonly hours: readonly UsagePoint[];
  readonly valid: number;
  readonly refused: number;
  /** How much more was valid than in the 24 hours before: 0.06 is 6 % more. Null where there was nothing before. */
  readonly change: number | null;
}

/** Today beside yesterday. @param points 48 of them, the oldest first. */
export function twoDaysOf(points: readonly UsagePoint[]): TwoDays {
  const hours = points.slice(-24);
  const { valid, refused } = summaryOf(hours);
  const before = summaryOf(points.slice(0, -24)).valid;
  return { hours, valid, refused, change: before === 0 ? null : valid / before - 1 };
}
