import { type Database } from '../platform/database';
import { HealthController } from './health.controller';
import { notReady } from './health.problems';

/** A database of which only `ping` is asked. */
function controllerOn(ping: Database['ping']): HealthController {
  // A cast: the health routes ask for nothing else.
  return new HealthController({ ping } as Database);
}

describe('readiness', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is ok when the database answers', async () => {
    await expect(controllerOn(() => Promise.resolve()).ready()).resolves.toEqual({ status: 'ok' });
  });

  it('refuses when the database fails, and keeps the reason to itself', async () => {
    const cause = new Error('connect ECONNREFUSED 10.0.0.7:3306');
    const refusal = controllerOn(() => Promise.reject(cause)).ready();

    await expect(refusal).rejects.toMatchObject({ kind: notReady().kind, cause });
    await expect(refusal).rejects.not.toThrow(/10\.0\.0\.7/);
  });

  it('refuses after a second when the database does not answer at all', async () => {
    const ready = controllerOn(() => new Promise(() => {})).ready();
    const refusal = expect(ready).rejects.toMatchObject({ kind: notReady().kind });
    await jest.advanceTimersByTimeAsync(999);
    expect(jest.getTimerCount()).toBe(1);
    await jest.advanceTimersByTimeAsync(1);

    await refusal;
    expect(jest.getTimerCount()).toBe(0);
  });
});
