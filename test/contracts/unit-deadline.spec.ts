import { type Tx, type UnitOfWork } from '../../src/platform/database';
import { UnitTimeout } from '../../src/platform/database/unit-of-work';
import { managerOf } from '../../src/platform/database/unscoped';
import { type LedgerDatabase, note, notes, openLedger } from '../support/ledger';

/** On MySQL it includes the first round trips of a new connection, which a busy machine delays; on SQLite the stuck units follow each other. */
const deadlineMs = 'KUNCI_TEST_DATABASE_URL' in process.env ? 1_500 : 150;
/** More than the pool holds: a connection that was not given back would be missed. */
const moreThanThePool = 12;

describe('a unit of work past its deadline', () => {
  let ledger: LedgerDatabase;
  let units: UnitOfWork;

  beforeEach(async () => {
    ledger = await openLedger();
    units = ledger.units(deadlineMs);
  });
  afterEach(() => ledger.close());

  const kept = (): Promise<string[]> => units.run(notes);

  it('is refused and taken back', async () => {
    const stuck = units.run(async (tx) => {
      await note(tx, 'early');
      await never();
    });

    await expect(stuck).rejects.toThrow(UnitTimeout);
    expect(await kept()).toEqual([]);
  });

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['a statement', (tx) => note(tx, 'late')],
    ['a transaction', (tx) => managerOf(tx).transaction((manager) => manager.query(lateInsert))],
    ['the builder', (tx) => managerOf(tx).createQueryBuilder().insert().into('notes').values({}).execute()],
  ])('cannot write into the next one by %s', async (_, writeLate) => {
    const past = signal();
    let late: Promise<unknown> = Promise.resolve();
    const stuck = units.run(async (tx) => {
      await note(tx, 'early');
      late = past.given.then(() => writeLate(tx));
      await late;
    });
    await expect(stuck).rejects.toThrow(UnitTimeout);

    await units.run(async (tx) => {
      await note(tx, 'next');
      past.give();
      await expect(late).rejects.toThrow();
    });

    expect(await kept()).toEqual(['next']);
  });

  it('does not keep the others from their turn, however many there are', async () => {
    const stuck = Array.from({ length: moreThanThePool }, (_, number) =>
      units.run(async (tx) => {
        await note(tx, `stuck ${number}`);
        await never();
      }),
    );
    const others = Array.from({ length: moreThanThePool }, (_, number) =>
      units.run((tx) => note(tx, `well ${number}`)),
    );

    const outcomes = await Promise.allSettled(stuck);
    await Promise.all(others);
    expect(outcomes.map(({ status }) => status)).toEqual(Array(moreThanThePool).fill('rejected'));
    expect(await kept()).toEqual(others.map((__, number) => `well ${number}`).sort());
  });
});

const lateInsert = "INSERT INTO notes (note) VALUES ('late')";

function never(): Promise<never> {
  return new Promise(() => undefined);
}

function signal(): { given: Promise<void>; give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
}
