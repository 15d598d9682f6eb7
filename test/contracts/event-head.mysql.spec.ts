import { eventOf, events } from '../../libs/events';
import { EventLog, verifyLog } from '../../src/audit';
import { Reader, type Tx, UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { createTestDatabase, type TestDatabase } from '../support';
import { compose, type Composed } from '../support/compose';
import { statementsOf } from '../support/statements';

describe('the head of the event log', () => {
  let database: TestDatabase;
  let one: Composed;
  let other: Composed;

  beforeEach(async () => {
    database = await createTestDatabase();
    one = await compose(database.env);
    other = await compose(database.env);
    // By now this instance has seen that nobody else moves it.
    for (let number = 0; number < 3; number += 1) await act(one);
  });
  afterEach(async () => {
    for (const instance of [one, other]) await instance.close();
    await database.drop();
  });

  /** @returns the position of its event. */
  async function act({ app }: Composed, more: (tx: Tx) => void = () => undefined): Promise<number> {
    const event = await app.get(UnitOfWork).run((tx) => {
      const actor = { companyId: null, kind: 'system', id: null, name: null } as const;
      const appended = app.get(EventLog).appendAs(tx, actor, eventOf(events.sessionOpened, 'somebody'));
      more(tx);
      return Promise.resolve(appended);
    });
    return event.position;
  }

  const verdict = () => verifyLog(one.app.get(Reader), one.config.secrets.auditKey);

  it('is moved without being read by an instance that has the log to itself', async () => {
    expect(await statementsOf(one, () => act(one))).toEqual([
      expect.stringMatching(/^UPDATE event_head SET .* WHERE id = \? AND seq = \? AND hash = \?$/),
      expect.stringMatching(/^INSERT INTO events /),
      'COMMIT',
    ]);
  });

  it('is found where another instance left it', async () => {
    const positions = [await act(other), await act(one), await act(other), await act(one), await act(one)];

    expect(positions).toEqual([4, 5, 6, 7, 8]);
    expect(await verdict()).toEqual({ intact: true, events: 8 });
  });

  it('stays where it was when a unit that moved it is rolled back', async () => {
    const failing = act(one, (tx) => tx.beforeCommit(() => Promise.reject(new Error('too late'))));
    await expect(failing).rejects.toThrow('too late');

    expect(await act(one)).toBe(4);
    expect(await verdict()).toEqual({ intact: true, events: 4 });
  });

  it('is moved by many units at once, of which some are rolled back and some are elsewhere', async () => {
    const acts = Array.from({ length: 60 }, (_, number) =>
      act(number % 5 === 0 ? other : one, (tx) => {
        if (number % 7 === 0) tx.beforeCommit(() => Promise.reject(new Error('too late')));
      }).catch(() => null),
    );
    const positions = (await Promise.all(acts)).filter((position) => position !== null);

    const expected = Array.from({ length: positions.length }, (_, at) => at + 4);
    expect(positions.toSorted((a, b) => a - b)).toEqual(expected);
    expect(positions).toHaveLength(51);
    expect(await verdict()).toEqual({ intact: true, events: 54 });
  });

  it('is found where a log ends that was put back to an earlier state', async () => {
    const back = 'UPDATE event_head SET seq = 2, hash = (SELECT hash FROM events WHERE events.seq = 2)';
    await one.app.get(UnitOfWork).run(async (tx) => {
      await managerOf(tx).query(back);
      await managerOf(tx).query('DELETE FROM events WHERE seq > 2');
    });

    expect(await act(one)).toBe(3);
    expect(await verdict()).toEqual({ intact: true, events: 3 });
  });
});
