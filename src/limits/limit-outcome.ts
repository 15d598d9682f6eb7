import { type Quota, type RateLimit } from './limits.schema';

/** What a key has left, and whether a use was let through. */
export type LimitOutcome =
  | ({ readonly ok: true } & LimitsLeft)
  | ({
      readonly ok: false;
      readonly reason: 'RATE_LIMITED' | 'USAGE_EXCEEDED';
      /** Null when waiting does not help. */
      readonly retryAfterSeconds: number | null;
    } & LimitsLeft);

export interface LimitsLeft {
  readonly rateLimits: readonly WindowLeft[];
  readonly quota: QuotaLeft | null;
}

export interface WindowLeft extends RateLimit {
  readonly remaining: number;
  /** Null while no window is open: the next use opens one. */
  readonly resetsAt: string | null;
}

export interface QuotaLeft extends Quota {
  readonly remaining: number;
}

/** How full a counter is, and since when it counts. */
export interface Count {
  readonly since: Date;
  readonly used: number;
}
