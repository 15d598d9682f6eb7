import { loadConfig } from '../../src/platform/config';
import { type Database, isUnavailable, openDatabase } from '../../src/platform/database';
import { managerOf, type Unscoped } from '../../src/platform/database/unscoped';
import { createTestDatabase, type TestDatabase } from '../support';
import { ledgerSchema, note, notes } from '../support/ledger';
import { TcpProxy } from '../support/tcp-proxy';

/** What a statement of the fast reader may take, waiting for a connection and for the answer; and a loaded machine. */
const fastMs = 800 + 800 + 400;
/** After how long everybody is served again. */
const recoveryMs = 2_000;
/** More than any pool holds. */
const manyAtOnce = 40;

interface Outcome {
  readonly fault: unknown;
  readonly tookMs: number;
}

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  const began = performance.now();
  const fault = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return { fault, tookMs: performance.now() - began };
}

describe('a database in trouble', () => {
  let ground: TestDatabase;
  let network: TcpProxy;
  let database: Database;

  beforeAll(async () => {
    ground = await createTestDatabase();
    const url = ground.env['DATABASE_URL'] ?? '';
    network = await TcpProxy.before(url);
    const config = loadConfig({ ...ground.env, DATABASE_URL: network.through(url) });
    database = await openDatabase(config.database, ledgerSchema);
  });
  afterEach(() => network.heal());
  afterAll(async () => {
    await database.close();
    await network.close();
    await ground.drop();
  });

  const ask = (side: Unscoped, sql = 'SELECT 1'): Promise<unknown> => managerOf(side).query(sql);
  const askedManyTimes = (side: Unscoped, sql?: string): Promise<Outcome[]> =>
    Promise.all(Array.from({ length: manyAtOnce }, () => outcomeOf(ask(side, sql))));
  const slowestMs = (outcomes: readonly Outcome[]): number =>
    Math.max(...outcomes.map(({ tookMs }) => tookMs));
  const expectUnavailable = (outcomes: readonly Outcome[]): void => {
    expect(outcomes.filter(({ fault }) => !isUnavailable(fault))).toEqual([]);
  };
  /** Everybody is served again, as soon as a ping was answered. */
  const expectRecovery = async (): Promise<void> => {
    await network.heal();
    const healed = performance.now();
    while ((await outcomeOf(ask(database.fastReader))).fault !== null)
      if (performance.now() - healed > recoveryMs) throw new Error('The database is still away');
    for (const side of [database.reader, database.fastReader]) {
      const outcomes = await askedManyTimes(side);
      expect(outcomes.filter(({ fault }) => fault !== null)).toEqual([]);
    }
    expect(await database.units.run(notes)).toEqual([]);
  };

  describe('behind a network that swallows everything', () => {
    it('does not keep the fast reader waiting, whether its connections were open or not', async () => {
      await askedManyTimes(database.fastReader);
      network.freeze();

      const onOpenConnections = await askedManyTimes(database.fastReader);
      const onNewConnections = await askedManyTimes(database.fastReader);
      expectUnavailable([...onOpenConnections, ...onNewConnections]);
      expect(slowestMs(onOpenConnections)).toBeLessThan(fastMs);
      expect(slowestMs(onNewConnections)).toBeLessThan(fastMs);
      await expectRecovery();
    });

    it('ends every other wait, and half a unit of work is taken back', async () => {
      await askedManyTimes(database.reader);
      let reads: Promise<Outcome[]> = Promise.resolve([]);
      const unit = await outcomeOf(
        database.units.run(async (tx) => {
          await note(tx, 'early');
          network.freeze();
          reads = askedManyTimes(database.reader);
          await note(tx, 'late');
        }),
      );
      const outcomes = [unit, ...(await reads)];

      expect(outcomes).toHaveLength(manyAtOnce + 1);
      expectUnavailable(outcomes);
      expect(slowestMs(outcomes)).toBeLessThan(fastMs);
      await expectRecovery();
    }, 60_000);
  });

  describe('behind a network that forgot every open connection and takes new ones', () => {
    it('serves everybody again as soon as one of them was found silent, not after each of them', async () => {
      for (const side of [database.fastReader, database.reader]) await askedManyTimes(side);
      network.lose();

      const began = performance.now();
      // One after the other, as heartbeats do.
      while ((await outcomeOf(ask(database.fastReader))).fault !== null);
      expect(performance.now() - began).toBeLessThan(fastMs);
      await expectRecovery();
    });
  });

  describe('that resets connections and refuses new ones', () => {
    it('is unavailable at once, and serves again at once when it is back', async () => {
      await askedManyTimes(database.fastReader);
      await network.cut();

      const outcomes = [
        ...(await askedManyTimes(database.fastReader)),
        ...(await askedManyTimes(database.reader)),
        await outcomeOf(database.units.run(notes)),
      ];
      expectUnavailable(outcomes);
      expect(slowestMs(outcomes)).toBeLessThan(1_000);
      await expectRecovery();
    });

    it('is unavailable to those who were waiting for an answer', async () => {
      const waiting = askedManyTimes(database.reader, 'SELECT SLEEP(2)');
      const writing = outcomeOf(
        database.units.run(async (tx) => {
          await note(tx, 'lost');
          await ask(tx, 'SELECT SLEEP(2)');
        }),
      );
      await outcomeOf(ask(database.fastReader, 'SELECT SLEEP(0.3)'));
      await network.cut();

      expectUnavailable([...(await waiting), await writing]);
      await expectRecovery();
    });
  });

  describe('that is slow', () => {
    it('may not work for the fast reader any longer', async () => {
      const { fault, tookMs } = await outcomeOf(ask(database.fastReader, 'SELECT SLEEP(5)'));

      // MySQL lets SLEEP end early and calls that an answer; MariaDB calls it a fault.
      expect(fault === null || isUnavailable(fault)).toBe(true);
      expect(tookMs).toBeLessThan(fastMs);
      await expectRecovery();
    });

    it('serves what is urgent as long as that takes no second', async () => {
      network.slow(60);
      const outcomes = await askedManyTimes(database.fastReader);

      expect(outcomes.filter(({ fault }) => fault !== null)).toEqual([]);
    });

    it('keeps nothing urgent waiting when it takes longer', async () => {
      network.slow(2_000);
      const outcomes = await askedManyTimes(database.fastReader);

      expectUnavailable(outcomes);
      expect(slowestMs(outcomes)).toBeLessThan(fastMs);
      await expectRecovery();
    });

    it('lets nothing urgent wait behind slow reads', async () => {
      const reads = askedManyTimes(database.reader, 'SELECT SLEEP(1)');
      const { fault, tookMs } = await outcomeOf(ask(database.fastReader));

      expect(fault).toBeNull();
      expect(tookMs).toBeLessThan(500);
      await reads;
    });
  });
});
