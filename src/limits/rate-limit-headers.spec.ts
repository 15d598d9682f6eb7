import { type LimitOutcome } from './limit-outcome';
import { rateLimitHeaders } from './rate-limit-headers';

const now = new Date('2026-06-15T09:00:00.000Z');
const burst = {
  name: 'burst',
  limit: 100,
  windowSeconds: 60,
  remaining: 7,
  resetsAt: '2026-06-15T09:00:30.001Z',
};
const hour = {
  name: 'hour',
  limit: 1_000,
  windowSeconds: 3_600,
  remaining: 900,
  resetsAt: '2026-06-15T09:40:00.000Z',
};
const left = (differing: Partial<LimitOutcome>): LimitOutcome => ({
  ...{ ok: true, rateLimits: [burst, hour], quota: null },
  // A cast: a part of a union is none of its members, and only what both have in common differs here.
  ...(differing as object),
});

describe('The headers of a limited key', () => {
  it('name every window, and say what is left of the tightest', () => {
    expect(rateLimitHeaders(left({}), now)).toEqual({
      'ratelimit-policy': '"burst";q=100;w=60, "hour";q=1000;w=3600',
      ratelimit: '"burst";r=7;t=31',
    });
  });

  it('judge tightness by proportion, and prefer the one that lasts longer', () => {
    const fewer = { ...hour, remaining: 69 };
    expect(rateLimitHeaders(left({ rateLimits: [burst, fewer] }), now)['ratelimit']).toBe(
      '"hour";r=69;t=2400',
    );
    const alike = { ...hour, remaining: 70 };
    expect(rateLimitHeaders(left({ rateLimits: [alike, burst] }), now)['ratelimit']).toBe(
      '"hour";r=70;t=2400',
    );
    expect(rateLimitHeaders(left({ rateLimits: [burst, alike] }), now)['ratelimit']).toBe(
      '"hour";r=70;t=2400',
    );
  });

  it('do not say when a window ends that nobody has opened', () => {
    const closed = { ...burst, remaining: 100, resetsAt: null };
    expect(rateLimitHeaders(left({ rateLimits: [closed] }), now)['ratelimit']).toBe('"burst";r=100');
  });

  it.each([
    ['day', 86_400, 54_000],
    ['month', 2_592_000, 1_350_000],
  ] as const)('have the quota among them when it is refilled by %s', (refill, seconds, reset) => {
    const outcome = left({ rateLimits: [burst], quota: { limit: 5_000, refill, remaining: 0 } });
    expect(rateLimitHeaders(outcome, now)).toEqual({
      'ratelimit-policy': `"burst";q=100;w=60, "quota";q=5000;w=${seconds}`,
      ratelimit: `"quota";r=0;t=${reset}`,
    });
  });

  it('keep the quota apart from a window of its name', () => {
    const outcome = left({
      rateLimits: [{ ...burst, name: 'quota' }],
      quota: { limit: 10, refill: 'day', remaining: 10 },
    });
    expect(rateLimitHeaders(outcome, now)['ratelimit-policy']).toBe(
      '"quota";q=100;w=60, "quota.day";q=10;w=86400',
    );
  });

  it('are none without a limit, or with a quota that nobody refills', () => {
    expect(rateLimitHeaders(left({ rateLimits: [] }), now)).toEqual({});
    const outcome = left({ rateLimits: [], quota: { limit: 10, refill: null, remaining: 3 } });
    expect(rateLimitHeaders(outcome, now)).toEqual({});
  });

  it('are on a refusal, too', () => {
    const refused: LimitOutcome = {
      ...{ ok: false, reason: 'RATE_LIMITED', retryAfterSeconds: 31 },
      ...{ rateLimits: [{ ...burst, remaining: 0 }], quota: null },
    };
    expect(rateLimitHeaders(refused, now)['ratelimit']).toBe('"burst";r=0;t=31');
  });
});
