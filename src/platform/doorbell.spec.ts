import { Doorbell } from './doorbell';

const longMs = 3_600_000;

describe('a doorbell', () => {
  it('ends a rest when it rings', async () => {
    const bell = new Doorbell();
    const rest = bell.rest(longMs, new AbortController().signal);
    bell.ring();
    await expect(rest).resolves.toBeUndefined();
  });

  it('ends the next rest at once when it rang during the work', async () => {
    const bell = new Doorbell();
    bell.ring();
    await expect(bell.rest(longMs, new AbortController().signal)).resolves.toBeUndefined();
  });

  it('ends one rest a ring, however often it rang', async () => {
    const bell = new Doorbell();
    bell.ring();
    bell.ring();
    await bell.rest(longMs, new AbortController().signal);
    const second = bell.rest(1, new AbortController().signal).then(() => 'after its time');
    await expect(Promise.race([second, Promise.resolve('at once')])).resolves.toBe('at once');
    await second;
  });

  it('ends a rest when the signal aborts, and one that begins afterwards', async () => {
    const [bell, stop] = [new Doorbell(), new AbortController()];
    const rest = bell.rest(longMs, stop.signal);
    stop.abort();
    await rest;
    await expect(bell.rest(longMs, stop.signal)).resolves.toBeUndefined();
  });
});
