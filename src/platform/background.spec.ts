import { Background } from './background';
import { createLogger } from './logging';

const everyMs = 1_000;

function aBackground() {
  const said: string[] = [];
  const background = new Background(createLogger('warn', { write: (line) => void said.push(line) }));
  return { background, said };
}

describe('the background', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('begins with the application, and says what failed', async () => {
    const { background, said } = aBackground();
    const work = jest.fn(() => Promise.reject(new Error('away')));
    background.every(everyMs, work, 'it could not be done');
    await jest.advanceTimersByTimeAsync(5 * everyMs);
    expect(work).not.toHaveBeenCalled();

    background.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(2 * everyMs);
    expect(work).toHaveBeenCalledTimes(2);
    expect(said[0]).toContain('it could not be done');
  });

  it('stops before it does what is to be done at the end', async () => {
    const { background } = aBackground();
    const order: string[] = [];
    const slow = { end: (): void => undefined };
    const turn = (): Promise<void> => new Promise((resolve) => (slow.end = resolve));
    background.every(everyMs, () => turn().then(() => order.push('turn')), 'never');
    background.onShutdown(() => Promise.resolve(void order.push('end')));
    background.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(everyMs);
    const stopped = background.onApplicationShutdown();
    slow.end();
    await stopped;

    expect(order).toEqual(['turn', 'end']);
  });

  it('tries everything that is to be done at the end, and then reports what failed', async () => {
    const { background } = aBackground();
    const second = jest.fn(() => Promise.resolve());
    background.onShutdown(() => Promise.reject(new Error('away')));
    background.onShutdown(second);

    await expect(background.onApplicationShutdown()).rejects.toThrow('away');
    expect(second).toHaveBeenCalledTimes(1);
  });
});
