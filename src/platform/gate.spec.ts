import fc from 'fast-check';
import { Gate, GateTimeout } from './gate';

const waitMs = 1_000;

/** A gate, and a note of which pieces of work have begun; each ends when it is told to. */
function aGate({ capacity = 1, queueLimit = 10 } = {}) {
  const gate = new Gate({ name: 'The bakery', capacity, queueLimit, waitMs });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const enter = (name: string): Promise<string> =>
    gate.run(() => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, () => resolve(`${name} is done`)));
    });
  const end = async (name: string): Promise<void> => {
    await letThingsHappen();
    ends.get(name)?.();
    await letThingsHappen();
  };
  return { gate, begun, enter, end };
}

/** Lets promises that are settled call whoever waits for them; no time passes. */
async function letThingsHappen(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}

describe('a gate', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lets in as many as it has room for, and the others when one leaves, in the order they came', async () => {
    const { begun, enter, end } = aGate({ capacity: 2 });
    void ['a', 'b', 'c', 'd'].map(enter);
    await letThingsHappen();
    expect(begun).toEqual(['a', 'b']);

    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);

    await end('a');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('never has more inside than it has room for, and serves all in order, whoever leaves when', async () => {
    const anOrderOfLeaving = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), anOrderOfLeaving, async (capacity, picks) => {
        const { begun, enter, end } = aGate({ capacity, queueLimit: 12 });
        const names = picks.map((_, index) => `${index}`);
        const all = Promise.all(names.map(enter));
        const left: string[] = [];
        await letThingsHappen();
        for (const pick of picks) {
          const inside = begun.filter((name) => !left.includes(name));
          expect(inside).toHaveLength(Math.min(capacity, names.length - left.length));
          const leaving = inside[pick % inside.length] ?? '';
          left.push(leaving);
          await end(leaving);
        }
        expect(begun).toEqual(names);
        await expect(all).resolves.toHaveLength(names.length);
      }),
      { numRuns: 25 },
    );
  });

  it('lets nobody who comes just now overtake who waits', async () => {
    const { gate, begun, enter, end } = aGate();
    // As one leaves, another comes before anything else has happened.
    void gate.run(() => Promise.resolve()).then(() => void enter('late'));
    void enter('waiting');
    await letThingsHappen();
    expect(begun).toEqual(['waiting']);

    await end('waiting');
    expect(begun).toEqual(['waiting', 'late']);
  });

  it('hands on what the work returned, and its fault', async () => {
    const { gate } = aGate();
    await expect(gate.run(() => Promise.resolve('bread'))).resolves.toBe('bread');
    await expect(gate.run(() => Promise.reject(new Error('burnt')))).rejects.toThrow('burnt');
  });

  it('is free again after work that failed, even before its first promise', async () => {
    const { gate, enter, begun } = aGate();
    const failing = (): Promise<never> => {
      throw new Error('no flour');
    };
    await expect(gate.run(failing)).rejects.toThrow('no flour');
    await expect(gate.run(() => Promise.reject(new Error('burnt')))).rejects.toThrow('burnt');

    void enter('next');
    await letThingsHappen();
    expect(begun).toEqual(['next']);
  });

  it('refuses at once who would make the queue too long, and keeps who waits', async () => {
    const { enter, begun, end } = aGate({ queueLimit: 1 });
    void enter('inside');
    void enter('waiting');
    await expect(enter('one too many')).rejects.toThrow(new GateTimeout('The bakery'));

    await end('inside');
    expect(begun).toEqual(['inside', 'waiting']);
  });

  it('lets in ahead of all others who comes ahead, in the order they came', async () => {
    const { gate, begun, enter, end } = aGate();
    const ahead = (name: string): Promise<void> =>
      gate.run(() => {
        begun.push(name);
        return Promise.resolve();
      }, 'ahead');
    void enter('inside');
    void enter('waiting');
    void ahead('first');
    void ahead('second');

    await end('inside');
    expect(begun).toEqual(['inside', 'first', 'second', 'waiting']);
  });

  it('has no queue at all where that is wanted', async () => {
    const { enter, begun, end } = aGate({ queueLimit: 0 });
    void enter('inside');
    await expect(enter('second')).rejects.toBeInstanceOf(GateTimeout);

    await end('inside');
    void enter('third');
    await letThingsHappen();
    expect(begun).toEqual(['inside', 'third']);
  });

  it('sends away who has waited as long as one may, not a millisecond sooner, and never begins that work', async () => {
    const { enter, begun, end } = aGate();
    void enter('inside');
    const outcome = jest.fn();
    enter('patient').catch(outcome);
    await jest.advanceTimersByTimeAsync(waitMs - 1);
    expect(outcome).not.toHaveBeenCalled();

    await jest.advanceTimersByTimeAsync(1);
    expect(outcome).toHaveBeenCalledWith(expect.objectContaining({ message: 'The bakery is overloaded' }));

    await end('inside');
    expect(begun).toEqual(['inside']);
  });

  it('sends away only those whose time is up, and then has their place for others', async () => {
    const { enter, begun, end } = aGate({ queueLimit: 2 });
    void enter('inside');
    const early = expect(enter('early')).rejects.toBeInstanceOf(GateTimeout);
    await jest.advanceTimersByTimeAsync(waitMs / 2);
    void enter('later');
    await jest.advanceTimersByTimeAsync(waitMs / 2);
    await early;
    void enter('last');

    await end('inside');
    await end('later');
    expect(begun).toEqual(['inside', 'later', 'last']);
  });

  it('limits the wait, not the work, and leaves no timer behind', async () => {
    const { enter, begun, end } = aGate();
    void enter('inside');
    const second = enter('second');
    await end('inside');
    expect(jest.getTimerCount()).toBe(0);

    await jest.advanceTimersByTimeAsync(10 * waitMs);
    await end('second');
    await expect(second).resolves.toBe('second is done');
    expect(begun).toEqual(['inside', 'second']);
  });
});
