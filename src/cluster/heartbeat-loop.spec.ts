import { type EventLog } from '../audit';
import { type Metrics, SystemClock } from '../platform';
import { createLogger } from '../platform/logging';
import { CacheLease } from './cache-lease';
import { ChangeFeed } from './change-feed';
import { type Heartbeat } from './heartbeat';
import { HeartbeatLoop } from './heartbeat-loop';

const change = { seq: 1, companyId: 'acme', type: 'key.revoked', targetId: 'key' };

/** A loop whose every heartbeat does this. */
function loopWith(beat: () => Promise<boolean>) {
  const heartbeat = { isNeeded: true, beat: jest.fn(beat), leave: jest.fn(() => Promise.resolve()) };
  // Casts: only these methods are called.
  const feed = new ChangeFeed({ onCommitted: () => undefined } as unknown as EventLog);
  const metrics = { gauge: () => undefined } as unknown as Metrics;
  const clock = new SystemClock();
  const lease = new CacheLease(clock);
  const loop = new HeartbeatLoop(
    heartbeat as unknown as Heartbeat,
    lease,
    clock,
    feed,
    metrics,
    createLogger('silent'),
  );
  return { loop, heartbeat, feed };
}

describe('the heartbeats of an instance', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('end when it leaves, whatever is published later: nobody would sign it off a second time', async () => {
    const { loop, heartbeat, feed } = loopWith(() => Promise.resolve(false));
    await loop.onApplicationBootstrap();
    await loop.onApplicationShutdown();
    const before = heartbeat.beat.mock.calls.length;

    feed.publish([change]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(heartbeat.beat).toHaveBeenCalledTimes(before);
  });

  it('come sooner after news, to record how far this instance has read', async () => {
    const { loop, heartbeat } = loopWith(() => Promise.resolve(heartbeat.beat.mock.calls.length === 2));
    await loop.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(200);
    expect(heartbeat.beat).toHaveBeenCalledTimes(2);

    await jest.advanceTimersByTimeAsync(20);
    expect(heartbeat.beat).toHaveBeenCalledTimes(3);
    await loop.onApplicationShutdown();
  });

  it.each([new Error('The disk is full'), new Error("Table 'instances' is marked as crashed")])(
    'make requests fail with 503 as long as they fail, whatever is wrong with the database: %s',
    async (fault) => {
      const { loop } = loopWith(() => Promise.reject(fault));
      await loop.onApplicationBootstrap();
      const refusal = { kind: { status: 503 }, details: { headers: { 'retry-after': '1' } }, cause: fault };
      await expect(loop.ensureLease()).rejects.toMatchObject(refusal);
      await loop.onApplicationShutdown();
    },
  );
});
