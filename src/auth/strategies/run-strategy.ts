import { type Strategy } from 'passport';
import { type Presented } from './presented';

/** The part of a request that our strategies read. */
export interface PassportRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a passport strategy as passport does, with what it calls put on a copy, but without the per-request ceremony of
 * the middleware, which costs more than the strategy.
 * @returns what the strategy read, or null when it failed.
 */
export function runStrategy(strategy: Strategy, request: PassportRequest): Promise<Presented | null> {
  return new Promise((resolve, reject) => {
    // Casts: passport attaches these callbacks per attempt and types requests as Express's, of which we hand the headers.
    const attempt = Object.create(strategy) as Strategy;
    Object.assign(attempt, {
      success: (presented: Presented) => resolve(presented),
      fail: () => resolve(null),
      error: reject,
    });
    attempt.authenticate(request as unknown as Parameters<Strategy['authenticate']>[0]);
  });
}
