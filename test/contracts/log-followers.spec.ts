import { eventOf, events } from '../../libs/events';
import { EventLog } from '../../src/audit';
import { LogFollowers } from '../../src/cluster';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { createTestDatabase, startApp, type TestApp, TestClock } from '../support';

/** Reads all names; may be told to fail after it wrote, as a program with a mistake does. */
class Reading {
  readonly names: (string | null)[] = [];
  failing = false;

  constructor(readonly name: string) {}

  take(_tx: unknown, found: readonly { actorName: string | null }[]): Promise<void> {
    if (this.failing) throw new Error('This follower has a mistake.');
    this.names.push(...found.map(({ actorName }) => actorName));
    return Promise.resolve();
  }
}

describe('who follows the event log', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  const act = (name: string, on: TestApp = test): Promise<unknown> =>
    on.app.get(UnitOfWork).run((tx) => {
      const actor = { companyId: null, kind: 'system', id: null, name } as const;
      return Promise.resolve(on.app.get(EventLog).appendAs(tx, actor, eventOf(events.sessionOpened, name)));
    });

  /** One that has been there since before the acts of its test. */
  const following = async (name: string, on: TestApp = test): Promise<Reading> => {
    const reading = new Reading(name);
    on.app.get(LogFollowers).follow(reading);
    await on.app.get(LogFollowers).catchUp();
    return reading;
  };

  it('takes what happens from then on, in its order, and nothing twice', async () => {
    await act('before');
    const reading = await following('in order');
    await act('one');
    await test.app.get(LogFollowers).catchUp();
    for (let at = 0; at < 120; at += 1) await act(`more ${at}`);
    await test.app.get(LogFollowers).catchUp();
    await test.app.get(LogFollowers).catchUp();

    expect(reading.names).toEqual(['one', ...Array.from({ length: 120 }, (_, at) => `more ${at}`)]);
  });

  it('goes on after a restart where it stopped', async () => {
    const ground = { database: await createTestDatabase(), clock: new TestClock() };
    const before = await startApp({ on: ground });
    await following('restarted', before);
    await act('while it was away', before);
    await before.close();
    const after = await startApp({ on: ground });
    const reading = await following('restarted', after);
    await after.close();
    await ground.database.drop();

    expect(reading.names).toEqual(['while it was away']);
  });

  it('takes again what it failed to take', async () => {
    const reading = await following('failing');
    reading.failing = true;
    await act('difficult');
    await expect(test.app.get(LogFollowers).catchUp()).rejects.toThrow('has a mistake');
    reading.failing = false;
    await test.app.get(LogFollowers).catchUp();

    expect(reading.names).toEqual(['difficult']);
  });

  it('passes over the past of another log, as after a backup was restored', async () => {
    const reading = await following('restored');
    await act('of the other log');
    await test.app
      .get(UnitOfWork)
      .run((tx) =>
        managerOf(tx).query('UPDATE log_followers SET hash = ? WHERE name = ?', [
          Buffer.alloc(32, 7),
          'restored',
        ]),
      );
    await test.app.get(LogFollowers).catchUp();
    await act('from then on');
    await test.app.get(LogFollowers).catchUp();

    expect(reading.names).toEqual(['from then on']);
  });
});
