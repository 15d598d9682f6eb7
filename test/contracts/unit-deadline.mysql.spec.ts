import { type UnitOfWork } from '../../src/platform/database';
import { UnitTimeout } from '../../src/platform/database/unit-of-work';
import { managerOf } from '../../src/platform/database/unscoped';
import { type LedgerDatabase, note, notes, openLedger } from '../support/ledger';

/** SQLite has no statement that waits. */
describe('a unit of work past its deadline in the middle of a statement', () => {
  let ledger: LedgerDatabase;
  let units: UnitOfWork;

  beforeEach(async () => {
    ledger = await openLedger();
    units = ledger.units(150);
  });
  afterEach(() => ledger.close());

  it('is refused and taken back', async () => {
    const stuck = units.run(async (tx) => {
      await note(tx, 'early');
      await managerOf(tx).query('SELECT SLEEP(60)');
    });

    await expect(stuck).rejects.toThrow(UnitTimeout);
    expect(await units.run(notes)).toEqual([]);
  });
});
