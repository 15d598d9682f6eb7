import { randomBytes } from 'node:crypto';
import { eventOf, events } from '../../libs/events';
import { EventLog, verifyLog } from '../../src/audit';
import { Reader, type Tx, UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { startApp, type TestApp } from '../support';

const eventCount = 20;
/** One more than is read at a time. */
const batchSize = 1_000;

type LogVerdict = Awaited<ReturnType<typeof verifyLog>>;
type Statement = string | readonly [sql: string, ...parameters: unknown[]];

describe('verifying the event log', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  const unit = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => test.app.get(UnitOfWork).run(work);
  const verified = (auditKey = test.config.secrets.auditKey): Promise<LogVerdict> =>
    verifyLog(test.app.get(Reader), auditKey);
  const append = (count: number): Promise<void> =>
    unit(async (tx) => {
      for (let number = 1; number <= count; number += 1) {
        const name = `Zażółć 🔑 "quoted" ${number}`;
        test.app.get(EventLog).appendAs(tx, anActor, eventOf(events.roleDeleted, `${number}`, { name }));
      }
    });

  it('calls an empty log intact', async () => {
    expect(await verified()).toEqual({ intact: true, events: 0 });
  });

  describe('that has events', () => {
    beforeAll(() => append(eventCount));

    /** What is found when someone with access to the database, and without the key, does this. It is taken back. */
    async function verdictAfter(...statements: readonly Statement[]): Promise<LogVerdict> {
      const verdicts: LogVerdict[] = [];
      const tampering = unit(async (tx) => {
        for (const statement of statements) {
          const [sql, ...parameters] = typeof statement === 'string' ? [statement] : statement;
          await managerOf(tx).query(sql, parameters);
        }
        verdicts.push(await verifyLog(new Reader(managerOf(tx), tx.dialect), test.config.secrets.auditKey));
        throw new TakenBack();
      });
      await expect(tampering).rejects.toThrow(TakenBack);
      const [verdict] = verdicts;
      if (verdict === undefined) throw new Error('There was no verdict.');
      return verdict;
    }
    const brokenAt = (position: number): object => ({ intact: false, position });

    it('calls it intact, before and after what follows', async () => {
      expect(await verified()).toEqual({ intact: true, events: eventCount });
      expect(await verdictAfter()).toEqual({ intact: true, events: eventCount });
    });

    it.each([
      ['company_id', 'other'],
      ['at', 1],
      ['type', 'thing.faked'],
      ['actor_kind', 'key'],
      ['actor_id', 'other'],
      ['actor_name', null],
      ['target_type', 'other'],
      ['target_id', 'other'],
      ['data', '{}'],
      ['hash', randomBytes(32)],
    ])('names the row whose %s was changed', async (column, value) => {
      const change = await verdictAfter([`UPDATE events SET ${column} = ? WHERE seq = 7`, value]);

      expect(change).toMatchObject(brokenAt(7));
    });

    it.each([1, 7, eventCount])('names the place of removed row %i', async (seq) => {
      expect(await verdictAfter(`DELETE FROM events WHERE seq = ${seq}`)).toMatchObject(brokenAt(seq));
    });

    it('names the place of a removed row although the rows behind moved up', async () => {
      const verdict = await verdictAfter(
        'DELETE FROM events WHERE seq = 7',
        ...moved(8, eventCount, -1),
        `UPDATE event_head SET seq = ${eventCount - 1}`,
      );

      expect(verdict).toMatchObject(brokenAt(7));
    });

    it('names the place of an inserted row', async () => {
      const verdict = await verdictAfter(
        ...moved(7, eventCount, 1),
        copyOf(6, 7),
        `UPDATE event_head SET seq = seq + 1`,
      );

      expect(verdict).toMatchObject(brokenAt(7));
    });

    it('names the place of a row put behind the end', async () => {
      expect(await verdictAfter(copyOf(eventCount, eventCount + 1))).toMatchObject(brokenAt(eventCount + 1));
    });

    it('names the first of two rows that changed places', async () => {
      const [spare, swap] = [eventCount + 100, [7, 9]];
      const [first, second] = swap;
      const verdict = await verdictAfter(
        `UPDATE events SET seq = ${spare} WHERE seq = ${first ?? 0}`,
        `UPDATE events SET seq = ${first ?? 0} WHERE seq = ${second ?? 0}`,
        `UPDATE events SET seq = ${second ?? 0} WHERE seq = ${spare}`,
      );

      expect(verdict).toMatchObject(brokenAt(7));
    });

    it('names the end when the head has another hash, or is ahead', async () => {
      const other = await verdictAfter(['UPDATE event_head SET hash = ?', randomBytes(32)]);
      const ahead = await verdictAfter('UPDATE event_head SET seq = seq + 1');

      expect(other).toMatchObject(brokenAt(eventCount));
      expect(ahead).toMatchObject(brokenAt(eventCount + 1));
    });

    it('names what is missing when the last rows are gone, and what is too many when only the head went back', async () => {
      const cut = `DELETE FROM events WHERE seq > 15`;
      const headBack = 'UPDATE event_head SET seq = 15';

      expect(await verdictAfter(cut)).toMatchObject(brokenAt(16));
      expect(await verdictAfter(headBack)).toMatchObject(brokenAt(15));
      expect(await verdictAfter(cut, headBack)).toMatchObject(brokenAt(15));
    });

    it('names the first row with the wrong key', async () => {
      expect(await verified(randomBytes(32))).toMatchObject(brokenAt(1));
    });
  });

  it('reads on where a long log goes beyond one batch', async () => {
    const already = eventCount;
    await append(batchSize + 1);

    expect(await verified()).toEqual({ intact: true, events: already + batchSize + 1 });
  });
});

class TakenBack extends Error {}

const anActor = { companyId: null, kind: 'user', id: 'someone', name: 'Someone' } as const;

/** Moves rows, from the side where there is room. */
function moved(first: number, last: number, by: 1 | -1): string[] {
  const seqs = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (by === 1) seqs.reverse();
  return seqs.map((seq) => `UPDATE events SET seq = ${seq + by} WHERE seq = ${seq}`);
}

function copyOf(seq: number, as: number): string {
  const columns =
    'company_id, at, type, actor_kind, actor_id, actor_name, target_type, target_id, data, hash';
  return `INSERT INTO events (seq, ${columns}) SELECT ${as}, ${columns} FROM events WHERE seq = ${seq}`;
}
