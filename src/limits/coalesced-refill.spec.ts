import { SystemClock } from '../platform';
import { type Reader, type UnitOfWork } from '../platform/database';
import { LeasedTokens } from './leased-tokens';
import { type TokenLease } from './token-lease';
import { type TokenReturns } from './token-returns';
import { CoalescedRefill } from './coalesced-refill';

const key = {
  companyId: 'acme',
  keyId: 'key',
  rateLimits: [{ name: 'minute', limit: 100, windowSeconds: 60 }],
  quota: null,
};
const five: TokenLease = { since: 0, endsAt: Infinity, resetsAt: null, held: 5, left: 95 };
const never = new Promise<never>(() => undefined);

describe('a refill for a key whose tokens are on their way back', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('waits for them only so long, as on a connection that has gone silent', async () => {
    // Casts: nothing else of these is called.
    const units = { runAhead: () => Promise.resolve([five]) } as unknown as UnitOfWork;
    const returns = { isPending: () => true, flush: () => never } as unknown as TokenReturns;
    const refills = new CoalescedRefill(units, {} as Reader, returns, new SystemClock());
    const told = jest.fn();
    void refills.outcome(new LeasedTokens(key, 0), 1).then(told);

    await jest.advanceTimersByTimeAsync(500);
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ ok: true }));
  });
});
