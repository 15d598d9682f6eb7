import { SystemClock } from '../platform';
import { EventFeed, type Happening } from './event-feed';
import { type Instances } from './instances';
import { Lease } from './lease';
import { type LogTail, type News, type Position } from './log-tail';
import { Round } from './round';

const at = (seq: number): Position => ({ seq, hash: Buffer.from([seq]) });
const event = (seq: number): Happening => ({ seq, companyId: 'acme', targetType: 'key', targetId: 'key' });

/** A round of an instance that has read the log up to 10, and what its listeners are told from now on. */
async function aRound(news: () => News) {
  const tail = { head: () => Promise.resolve(at(10)), newsSince: () => Promise.resolve(news()) };
  const instances = { canBeMany: true, beat: () => Promise.resolve(true), register: () => Promise.resolve() };
  const feed = new EventFeed();
  const lease = new Lease(new SystemClock());
  // Casts: of the two only this is asked.
  const round = new Round(lease, instances as unknown as Instances, tail as unknown as LogTail, feed);
  await round.run();
  const told: (number | 'lost track')[] = [];
  feed.subscribe({ happened: ({ seq }) => told.push(seq), lostTrack: () => told.push('lost track') });
  return { round, feed, told };
}

describe('a round', () => {
  it('tells what others appended, and not again what this instance told at its own commit', async () => {
    let news: News = { kind: 'none' };
    const { round, feed, told } = await aRound(() => news);
    feed.tell([event(11), event(13)]);
    news = { kind: 'events', events: [event(11), event(12), event(13)], upTo: at(13) };

    expect(await round.run()).toBe(true);
    expect(told).toEqual([11, 13, 12]);
  });

  it('tells everything of a log that has taken the place of the one it knew', async () => {
    let news: News = { kind: 'none' };
    const { round, feed, told } = await aRound(() => news);
    feed.tell([event(11)]);
    news = { kind: 'lost-track', upTo: at(10) };
    await round.run();
    news = { kind: 'events', events: [event(11)], upTo: at(11) };
    await round.run();

    expect(told).toEqual([11, 'lost track', 11]);
  });

  it('has no news where nothing happened', async () => {
    const { round } = await aRound(() => ({ kind: 'none' }));
    expect(await round.run()).toBe(false);
  });
});
