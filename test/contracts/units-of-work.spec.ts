import { createHash } from 'node:crypto';
import { setImmediate as aTurn } from 'node:timers/promises';
import { loadConfig } from '../../src/platform/config';
import { type Database, openDatabase, type Tx } from '../../src/platform/database';
import { createTestDatabase, type TestDatabase } from '../support';
import { accounts, add, balances, ledgerSchema, note, notes, runUntilNotRefused } from '../support/ledger';

const unitCount = 300;

describe('units of work', () => {
  let place: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    place = await createTestDatabase();
    database = await openDatabase(loadConfig(place.env).database, ledgerSchema);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });

  it('keep exactly what they acknowledged, hundreds at once, half of them failing somewhere', async () => {
    const plans = Array.from({ length: unitCount }, (_, number) => planOf(number));
    const outcomes = await Promise.allSettled(
      plans.map((plan) => runUntilNotRefused(database.units, (tx) => carryOut(plan, tx))),
    );

    const faults = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(faults.filter((fault) => !(fault instanceof PlannedFault))).toEqual([]);
    const kept = plans.filter((_, at) => outcomes[at]?.status === 'fulfilled');
    expect(kept).toEqual(plans.filter(({ failsAt }) => failsAt === null));
    expect(kept.length).toBeGreaterThan(unitCount / 4);
    expect(await notes(database.reader)).toEqual(kept.flatMap(notesOf).sort());
    expect(await balances(database.reader)).toEqual(accounts.map((account) => sumOf(kept, account)));
  });

  it('show readers all of a unit or nothing', async () => {
    const seen = new Set<number>();
    const watching = { on: true };
    const watch = (async () => {
      while (watching.on) {
        // SQLite answers without a pause, and the units want their turn.
        await aTurn();
        seen.add((await balances(database.reader)).reduce((sum, balance) => sum + balance));
      }
    })();
    const units = Array.from({ length: 100 }, (_, number) =>
      database.units.run((tx) => carryOut(planOf(number), tx)),
    );
    await Promise.allSettled(units);
    watching.on = false;
    await watch;

    // What one account gains another loses: half a unit would show another sum.
    expect([...seen]).toEqual([0]);
  });

  it('refuse to begin inside another, and take the outer one back with it', async () => {
    const nested = database.units.run(async (tx) => {
      await note(tx, 'outer');
      await database.units.run((inner) => note(inner, 'inner'));
    });

    await expect(nested).rejects.toThrow('begun inside another');
    expect(await notes(database.reader)).toEqual([]);
  });

  it('may follow one another in one flow', async () => {
    for (const text of ['first', 'second']) await database.units.run((tx) => note(tx, text));

    expect(await notes(database.reader)).toEqual(['first', 'second']);
  });

  it('run what comes before the commit last, and fail with it', async () => {
    const failing = database.units.run(async (tx) => {
      tx.beforeCommit(async () => {
        expect(await notes(tx)).toEqual(['work']);
        throw new PlannedFault();
      });
      await note(tx, 'work');
    });

    await expect(failing).rejects.toThrow(PlannedFault);
    expect(await notes(database.reader)).toEqual([]);
  });
});

class PlannedFault extends Error {}

/** What one unit does: move amounts from account to account, and note each. */
interface Plan {
  readonly number: number;
  readonly moves: readonly { readonly from: number; readonly to: number; readonly amount: number }[];
  /** Before which move it fails; after the last one it fails in its last step; null for never. */
  readonly failsAt: number | null;
}

function planOf(number: number): Plan {
  const draw = drawFor(number);
  const moves = Array.from({ length: 1 + draw(4) }, () => {
    const from = draw(accounts.length);
    const to = (from + 1 + draw(accounts.length - 1)) % accounts.length;
    return { from: accounts[from] ?? 0, to: accounts[to] ?? 0, amount: 1 + draw(1_000) };
  });
  return { number, moves, failsAt: draw(2) === 0 ? null : draw(moves.length + 1) };
}

/** The same numbers on every run, so that what fails once fails again. */
function drawFor(number: number): (below: number) => number {
  let count = 0;
  return (below) => {
    count += 1;
    return createHash('sha256').update(`${number}/${count}`).digest().readUInt32BE() % below;
  };
}

async function carryOut({ number, moves, failsAt }: Plan, tx: Tx): Promise<void> {
  if (failsAt === moves.length) tx.beforeCommit(() => Promise.reject(new PlannedFault()));
  for (const [at, { from, to, amount }] of moves.entries()) {
    if (at === failsAt) throw new PlannedFault();
    await add(tx, from, -amount);
    await note(tx, `${number}/${at}`);
    await add(tx, to, amount);
  }
}

function notesOf({ number, moves }: Plan): string[] {
  return moves.map((_, at) => `${number}/${at}`);
}

function sumOf(plans: readonly Plan[], account: number): number {
  const moves = plans.flatMap((plan) => plan.moves);
  const amounts = moves.map(({ from, to, amount }) =>
    to === account ? amount : from === account ? -amount : 0,
  );
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
