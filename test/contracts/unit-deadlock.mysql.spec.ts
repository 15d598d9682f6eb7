import { type Tx, type UnitOfWork } from '../../src/platform/database';
import { add, balances, type LedgerDatabase, openLedger, runUntilNotRefused } from '../support/ledger';

describe('two units of work that wait for each other', () => {
  let ledger: LedgerDatabase;
  let units: UnitOfWork;

  beforeEach(async () => {
    ledger = await openLedger();
    units = ledger.units(10_000);
  });
  afterEach(() => ledger.close());

  it('both succeed, the one that lost from its start', async () => {
    const meeting = meetingOf(2);
    let begun = 0;
    const crossing = (first: number, second: number) => async (tx: Tx) => {
      begun += 1;
      await add(tx, first, 1);
      await meeting();
      await add(tx, second, 10);
    };

    await Promise.all([units.run(crossing(1, 2)), units.run(crossing(2, 1))]);

    expect(begun).toBe(3);
    expect((await units.run(balances)).slice(0, 2)).toEqual([11, 11]);
  });

  it('do so many at once', async () => {
    const crossings = Array.from({ length: 40 }, (_, number) => {
      const [first, second] = number % 2 === 0 ? [1, 2] : [2, 1];
      return runUntilNotRefused(units, async (tx) => {
        await add(tx, first, 1);
        await add(tx, second, 1);
      });
    });
    await Promise.all(crossings);

    expect((await units.run(balances)).slice(0, 2)).toEqual([40, 40]);
  });

  it('are not confused with one that fails, which runs once', async () => {
    let begun = 0;
    const failing = units.run(async (tx) => {
      begun += 1;
      await add(tx, 1, 1);
      throw new Error('not a deadlock');
    });

    await expect(failing).rejects.toThrow('not a deadlock');
    expect(begun).toBe(1);
    expect((await units.run(balances)).slice(0, 2)).toEqual([0, 0]);
  });
});

/** Makes so many wait for each other; later ones pass. */
function meetingOf(count: number): () => Promise<void> {
  let here = 0;
  let open = (): void => undefined;
  const everyone = new Promise<void>((resolve) => (open = resolve));
  return () => {
    here += 1;
    if (here >= count) open();
    return everyone;
  };
}
