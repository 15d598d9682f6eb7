import { setImmediate as aTurn } from 'node:timers/promises';
import { LoopTurns } from '../loop-turns';
import { Pace } from './pace';

const pieceMs = 1;

/** Keeps the thread, as a statement does. */
function work(): void {
  const endMs = performance.now() + pieceMs;
  while (performance.now() < endMs);
}

describe('the pace of SQLite', () => {
  it('gives the event loop a turn long before hundreds of statements are through', async () => {
    const pace = new Pace(new LoopTurns());
    let done = 0;
    const all = Promise.all(
      Array.from({ length: 100 }, async () => {
        await pace.run('in turn', work);
        done += 1;
      }),
    );

    await aTurn();
    expect(done).toBeLessThan(20);
    await all;
    expect(done).toBe(100);
  });

  it('runs one piece at a time, in the order they came, except what goes ahead', async () => {
    const pace = new Pace(new LoopTurns());
    const seen: string[] = [];
    const piece = (name: string) => async (): Promise<void> => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
    };

    await Promise.all([
      pace.run('in turn', piece('a')),
      pace.run('in turn', piece('b')),
      pace.run('ahead', piece('c')),
    ]);
    expect(seen).toEqual(['a', 'c', 'b'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('goes on after a piece that failed', async () => {
    const pace = new Pace(new LoopTurns());
    const failing = pace.run('in turn', () => Promise.reject(new Error('no such table')));
    const next = pace.run('in turn', () => 'done');

    await expect(failing).rejects.toThrow('no such table');
    await expect(next).resolves.toBe('done');
  });

  it('lets connections that are arriving go first, but what goes ahead', async () => {
    const turns = new LoopTurns();
    const pace = new Pace(turns);
    const seen: string[] = [];
    turns.arrived();
    const waiting = pace.run('in turn', () => seen.push('in turn'));
    await pace.run('ahead', () => seen.push('ahead'));
    await aTurn();
    turns.arrived();
    await aTurn();

    expect(seen).toEqual(['ahead']);
    await waiting;
    expect(seen).toEqual(['ahead', 'in turn']);
  });

  it('does not wait without end for connections that never stop arriving', async () => {
    const turns = new LoopTurns();
    const pace = new Pace(turns);
    const arriving = { on: true };
    const arrivals = (async () => {
      while (arriving.on) {
        turns.arrived();
        await aTurn();
      }
    })();

    await expect(pace.run('in turn', () => 'done')).resolves.toBe('done');
    arriving.on = false;
    await arrivals;
  });
});
