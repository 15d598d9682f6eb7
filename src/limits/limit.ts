export interface RateLimit {
  readonly name: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

export interface Quota {
  readonly limit: number;
  readonly refill: 'day' | 'month' | null;
}
