import { createLogger } from '../platform/logging';
import { SystemClock } from '../platform';
import { EventFeed } from './event-feed';
import { Lease } from './lease';
import { type Round } from './round';
import { Rounds } from './rounds';

const happening = { seq: 1, companyId: 'acme', targetType: 'key', targetId: 'key' };

/** Rounds whose every round does this. */
function roundsThat(run: () => Promise<boolean>) {
  const feed = new EventFeed();
  const round = { isNeeded: true, run: jest.fn(run), leave: jest.fn(() => Promise.resolve()) };
  const lease = new Lease(new SystemClock());
  // A cast: of a round only this is asked.
  const rounds = new Rounds(round as unknown as Round, lease, feed, createLogger('silent'));
  return { rounds, round, feed };
}

describe('the rounds of an instance', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('are over once it has left, whatever is told after that: nobody would sign it off again', async () => {
    const { rounds, round, feed } = roundsThat(() => Promise.resolve(false));
    await rounds.onApplicationBootstrap();
    await rounds.onApplicationShutdown();
    const before = round.run.mock.calls.length;

    feed.tell([happening]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(round.run).toHaveBeenCalledTimes(before);
  });

  it('say soon how far this instance has got, when one of them had news', async () => {
    const { rounds, round } = roundsThat(() => Promise.resolve(round.run.mock.calls.length === 2));
    await rounds.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(200);
    expect(round.run).toHaveBeenCalledTimes(2);

    await jest.advanceTimersByTimeAsync(20);
    expect(round.run).toHaveBeenCalledTimes(3);
    await rounds.onApplicationShutdown();
  });

  it.each([new Error('The disk is full'), new Error("Table 'instances' is marked as crashed")])(
    'refuse with 503 as long as one fails, whatever is wrong with the database: %s',
    async (fault) => {
      const { rounds } = roundsThat(() => Promise.reject(fault));
      await rounds.onApplicationBootstrap();
      const refusal = { kind: { status: 503 }, case_: { headers: { 'retry-after': '1' } }, cause: fault };
      await expect(rounds.ensureLease()).rejects.toMatchObject(refusal);
      await rounds.onApplicationShutdown();
    },
  );
});
