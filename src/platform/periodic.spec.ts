import { Periodic } from './periodic';

const everyMs = 1_000;

/** Work whose turns end when they are told to, and a note of how they ended. */
function someWork() {
  const faults: unknown[] = [];
  const open: { end: () => void; fail: (error: Error) => void }[] = [];
  const begun = { count: 0 };
  const work = (): Promise<void> => {
    begun.count += 1;
    return new Promise((end, fail) => open.push({ end, fail }));
  };
  const periodic = new Periodic(everyMs, work, (error) => faults.push(error));
  return { periodic, begun, faults, open };
}

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('work that is done again and again', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits for its first turn, and has one each time', async () => {
    const { periodic, begun, open } = someWork();
    periodic.start();
    await pass(everyMs - 1);
    expect(begun.count).toBe(0);

    for (const turn of [1, 2, 3]) {
      await pass(turn === 1 ? 1 : everyMs);
      expect(begun.count).toBe(turn);
      open[turn - 1]?.end();
    }
  });

  it('is not begun before it is started', async () => {
    const { begun } = someWork();
    await pass(10 * everyMs);
    expect(begun.count).toBe(0);
  });

  it('is never done twice at once: turns that would overlap are left out', async () => {
    const { periodic, begun, open } = someWork();
    periodic.start();
    await pass(5 * everyMs);
    expect(begun.count).toBe(1);

    open[0]?.end();
    await pass(everyMs);
    expect(begun.count).toBe(2);
  });

  it('goes on after a turn that failed, and says so', async () => {
    const { periodic, begun, faults, open } = someWork();
    const fault = new Error('The database is away.');
    periodic.start();
    await pass(everyMs);
    open[0]?.fail(fault);
    await pass(everyMs);

    expect(faults).toEqual([fault]);
    expect(begun.count).toBe(2);
  });

  it('goes on after one that failed at once', async () => {
    const faults: unknown[] = [];
    const fault = new Error('no promise at all');
    const refuse = (): Promise<void> => {
      throw fault;
    };
    const periodic = new Periodic(everyMs, refuse, (error) => faults.push(error));
    periodic.start();
    await pass(2 * everyMs);
    expect(faults).toEqual([fault, fault]);
    await periodic.stop();
  });
});

describe('the end of work that is done again and again', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('starts no further turn', async () => {
    const { periodic, begun } = someWork();
    periodic.start();
    await periodic.stop();
    await pass(5 * everyMs);
    expect(begun.count).toBe(0);
  });

  it('waits for the turn under way', async () => {
    const { periodic, open } = someWork();
    const ended = jest.fn();
    periodic.start();
    await pass(everyMs);
    const stopped = periodic.stop().then(ended);
    await pass(5 * everyMs);
    expect(ended).not.toHaveBeenCalled();

    open[0]?.end();
    await stopped;
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('comes also after a turn that fails', async () => {
    const { periodic, faults, open } = someWork();
    periodic.start();
    await pass(everyMs);
    const stopped = periodic.stop();
    open[0]?.fail(new Error('The database is away.'));
    await expect(stopped).resolves.toBeUndefined();
    expect(faults).toHaveLength(1);
  });

  it('comes at once where nothing was started', async () => {
    await expect(someWork().periodic.stop()).resolves.toBeUndefined();
  });
});

describe('a process with nothing else to do', () => {
  it('is not kept alive', async () => {
    const beating = jest.spyOn(globalThis, 'setInterval');
    const { periodic } = someWork();
    periodic.start();
    const [timer] = beating.mock.results.map(({ value }) => value as NodeJS.Timeout);
    beating.mockRestore();
    const keepsAlive = timer?.hasRef();
    await periodic.stop();

    expect(keepsAlive).toBe(false);
  });
});
