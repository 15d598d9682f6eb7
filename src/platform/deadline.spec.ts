import { DeadlineExceeded, within } from './deadline';

describe('a wait with a deadline', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('gives what comes in time, and leaves no timer behind', async () => {
    expect(await within(Promise.resolve('bread'), 100)).toBe('bread');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('throws what the work throws in time', async () => {
    const burnt = new Error('burnt');
    await expect(within(Promise.reject(burnt), 100)).rejects.toBe(burnt);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends when the time is over', async () => {
    const refused = expect(within(new Promise(() => undefined), 100)).rejects.toThrow(DeadlineExceeded);
    await jest.advanceTimersByTimeAsync(100);
    await refused;
  });

  it('ends with what the caller makes of it', async () => {
    const closed = new Error('The bakery is closed');
    const refused = expect(within(new Promise(() => undefined), 100, () => closed)).rejects.toBe(closed);
    await jest.advanceTimersByTimeAsync(100);
    await refused;
  });

  it('is not disturbed by work that fails after the deadline', async () => {
    const work = new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), 200));
    const refused = expect(within(work, 100)).rejects.toThrow(DeadlineExceeded);
    await jest.advanceTimersByTimeAsync(300);
    await refused;
  });
});
