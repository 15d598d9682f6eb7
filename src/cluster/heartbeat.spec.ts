import { type EventLog, type LogPosition } from '../audit';
import { SystemClock } from '../platform';
import { CacheLease } from './cache-lease';
import { type ChangeEvent, ChangeFeed } from './change-feed';
import { Heartbeat } from './heartbeat';
import { type Instances } from './instances';
import { type LogTail, type News } from './log-tail';

const at = (seq: number): LogPosition => ({ seq, hash: Buffer.from([seq]) });
const event = (seq: number): ChangeEvent => ({
  seq,
  companyId: 'acme',
  type: 'key.revoked',
  targetId: 'key',
});

/** The heartbeat of an instance that has read the log up to 10, and what its listeners are told from now on. */
async function aHeartbeat(news: () => News) {
  const tail = { head: () => Promise.resolve(at(10)), newsSince: () => Promise.resolve(news()) };
  const instances = { canBeMany: true, beat: () => Promise.resolve(true), register: () => Promise.resolve() };
  // Casts: only these methods are called.
  const feed = new ChangeFeed({ onCommitted: () => undefined } as unknown as EventLog);
  const heartbeat = new Heartbeat(
    new CacheLease(new SystemClock()),
    instances as unknown as Instances,
    tail as unknown as LogTail,
    feed,
  );
  await heartbeat.beat();
  const told: (number | 'gap')[] = [];
  feed.subscribe({ onChange: ({ seq }) => told.push(seq), onGap: () => told.push('gap') });
  return { heartbeat, feed, told };
}

describe('a heartbeat', () => {
  it('publishes what others appended, and does not repeat what this instance published at its own commit', async () => {
    let news: News = { kind: 'none' };
    const { heartbeat, feed, told } = await aHeartbeat(() => news);
    feed.publish([event(11), event(13)]);
    news = { kind: 'events', events: [event(11), event(12), event(13)], upTo: at(13) };

    expect(await heartbeat.beat()).toBe(true);
    expect(told).toEqual([11, 13, 12]);
  });

  it('publishes everything of a log that has replaced the one it knew', async () => {
    let news: News = { kind: 'none' };
    const { heartbeat, feed, told } = await aHeartbeat(() => news);
    feed.publish([event(11)]);
    news = { kind: 'gap', upTo: at(10) };
    await heartbeat.beat();
    news = { kind: 'events', events: [event(11)], upTo: at(11) };
    await heartbeat.beat();

    expect(told).toEqual([11, 'gap', 11]);
  });

  it('has no news when nothing was appended', async () => {
    const { heartbeat } = await aHeartbeat(() => ({ kind: 'none' }));
    expect(await heartbeat.beat()).toBe(false);
  });
});
