import { type Verdict } from '../verdict';
import { retryAfterOf } from './retry-after-of';

const now = Date.UTC(2026, 0, 31, 23, 0, 0);
const window = (remaining: number, secondsLeft: number) => ({
  ...{ name: 'w', limit: 5, windowSeconds: 60, remaining },
  resetsAt: new Date(now + secondsLeft * 1_000).toISOString(),
});

/** A cast: of the verdict only what is given here is read. */
const denied = (verdict: object): Verdict => verdict as Verdict;

describe('when a use may succeed again', () => {
  it('is where the last exhausted window ends', () => {
    const rateLimits = [window(0, 10.2), window(0, 5), window(3, 100)];
    expect(retryAfterOf(denied({ code: 'RATE_LIMITED', rateLimits }), 1, now)).toBe(11);
  });

  it('is never for a cost above the whole window', () => {
    expect(retryAfterOf(denied({ code: 'RATE_LIMITED', rateLimits: [window(0, 10)] }), 6, now)).toBeNull();
  });

  it.each([
    ['day', 3_600],
    ['month', 3_600],
    [null, null],
  ])('is the next %s of a quota', (refill, seconds) => {
    const quota = { limit: 5, remaining: 0, refill };
    expect(retryAfterOf(denied({ code: 'USAGE_EXCEEDED', quota }), 1, now)).toBe(seconds);
  });
});
