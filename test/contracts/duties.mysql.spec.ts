import { once } from 'node:events';
import { DutyLeases } from '../../src/cluster/duty-leases';
import { Duties } from '../../src/cluster/duties';
import { Ids } from '../../src/platform';
import { FastReader, UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { LOGGER } from '../../src/platform/logging';
import { startApp, type TestApp } from '../support';

describe('a duty that several instances could have', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  /** One more instance, as far as duties go. */
  const anInstance = (name: string): { duties: Duties; begun: Promise<AbortSignal>; leases: DutyLeases } => {
    const { app, clock } = test;
    const leases = new DutyLeases(app.get(FastReader), app.get(Ids));
    const duties = new Duties(leases, clock, app.get(LOGGER));
    let begin: (signal: AbortSignal) => void = () => undefined;
    const begun = new Promise<AbortSignal>((resolve) => (begin = resolve));
    const work = async (signal: AbortSignal): Promise<void> => {
      begin(signal);
      if (!signal.aborted) await once(signal, 'abort');
    };
    duties.assign({ name, work });
    return { duties, begun, leases };
  };

  /** As when the instance that has it is gone without a word. */
  const expire = (name: string): Promise<unknown> =>
    test.app
      .get(UnitOfWork)
      .run((tx) => managerOf(tx).query('UPDATE duties SET held_until = 0 WHERE name = ?', [name]));

  it('is in the charge of one of them until its lease ends', async () => {
    const [one, other] = [anInstance('one of them'), anInstance('one of them')];
    one.duties.onApplicationBootstrap();
    await one.begun;
    expect(await other.leases.claim('one of them')).toBe(false);
    await expire('one of them');
    expect(await other.leases.claim('one of them')).toBe(true);
    expect(await one.leases.claim('one of them')).toBe(false);

    await one.duties.onApplicationShutdown();
  });

  it('is taken over at once when an instance stops, which ends its work first', async () => {
    const [one, other] = [anInstance('handed over'), anInstance('handed over')];
    one.duties.onApplicationBootstrap();
    const signal = await one.begun;
    await one.duties.onApplicationShutdown();

    expect(signal.aborted).toBe(true);
    other.duties.onApplicationBootstrap();
    expect((await other.begun).aborted).toBe(false);
    await other.duties.onApplicationShutdown();
  });

  it('is given up by an instance that finds another in charge', async () => {
    const [one, other] = [anInstance('taken'), anInstance('taken')];
    one.duties.onApplicationBootstrap();
    const signal = await one.begun;
    await expire('taken');
    await other.leases.claim('taken');

    // It claims again every two seconds.
    await once(signal, 'abort');
    await one.duties.onApplicationShutdown();
  });
});
