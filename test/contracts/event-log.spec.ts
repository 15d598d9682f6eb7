import { setImmediate as aTurn } from 'node:timers/promises';
import * as z from 'zod/mini';
import { defineEvent, eventOf, events } from '../../libs/events';
import { EventLog, verifyLog } from '../../src/audit';
import { Reader, UnitOfWork } from '../../src/platform/database';
import { aCompany, startApp, type TestApp, type TestCompany } from '../support';
import { anInvoice } from '../support/furnished-company';
import { queryRows } from '../support/tables';

describe('the event log', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const positions = async (): Promise<number[]> =>
    (await queryRows(test, 'SELECT seq FROM events ORDER BY seq')).map(({ seq }) => Number(seq));
  const verdict = () => verifyLog(test.app.get(Reader), test.config.secrets.auditKey);

  it('has no gap after fifty acts at once, of which some are refused', async () => {
    // Every number is wanted twice; the second act is refused inside its unit of work.
    const acts = Array.from({ length: 50 }, (_, at) =>
      company.owner.post('/sales_invoices', anInvoice(`${at % 40}`)),
    );
    const answers = await Promise.all(acts);

    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(40).fill(201), ...Array<number>(10).fill(409)]);
    const found = await positions();
    expect(found).toEqual(found.map((_, at) => at + 1));
    const made = await company.owner.get('/events?type=sales-invoice.created&limit=100');
    expect(made.body.data).toHaveLength(40);
    expect(await verdict()).toEqual({ intact: true, events: found.length });
  });

  it('shows a reader the first so many events at any moment, and never one before another', async () => {
    const prefixes: boolean[] = [];
    const acting = { on: true };
    const watch = (async () => {
      while (acting.on) {
        // SQLite answers without a pause, and the acts want their turn.
        await aTurn();
        const [row] = await queryRows(test, 'SELECT COUNT(*) AS found, MAX(seq) AS last FROM events');
        prefixes.push(Number(row?.['found']) === Number(row?.['last']));
      }
    })();
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        company.owner.post('/sales_invoices', anInvoice(`watched ${at}`)),
      ),
    );
    acting.on = false;
    await watch;

    expect(new Set(prefixes)).toEqual(new Set([true]));
  });

  it('numbers the events of one act in the order they were appended, and names no position before the commit', async () => {
    const log = test.app.get(EventLog);
    const actor = { companyId: company.id, kind: 'system', id: null, name: null } as const;
    const appended = await test.app.get(UnitOfWork).run(async (tx) => {
      const drafts = [eventOf(events.sessionOpened, 'a'), eventOf(events.roleDeleted, 'a', { name: 'A' })];
      const logged = drafts.map((draft) => log.appendAs(tx, actor, draft));
      expect(() => logged[0]?.position).toThrow('no position before');
      return logged;
    });

    const [begun, ended] = appended.map(({ position }) => position);
    expect(ended).toBe((begun ?? 0) + 1);
    const found = await company.owner.get('/events?target=a');
    expect(found.body.data).toMatchObject([{ type: 'role.deleted' }, { type: 'session.opened' }]);
  });

  it('takes no event that no catalogue declares, and says where to add it', async () => {
    const before = await positions();
    const stray = defineEvent('thing.strayed', {
      label: 'Thing strayed',
      target: 'thing',
      data: z.unknown(),
    });
    const failing = test.app.get(UnitOfWork).run(async (tx) => {
      const actor = { companyId: company.id, kind: 'system', id: null, name: null } as const;
      test.app.get(EventLog).appendAs(tx, actor, eventOf(stray, 'a'));
    });
    await expect(failing).rejects.toThrow(
      /"thing\.strayed" is appended, but no catalogue declares it: add it to/,
    );
    expect(await positions()).toEqual(before);
  });

  it('keeps no event of an act that was taken back, and leaves its place to the next', async () => {
    const before = await positions();
    const failing = test.app.get(UnitOfWork).run(async (tx) => {
      const actor = { companyId: company.id, kind: 'system', id: null, name: null } as const;
      test.app.get(EventLog).appendAs(tx, actor, eventOf(events.sessionOpened, 'a'));
      tx.beforeCommit(() => Promise.reject(new Error('taken back')));
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await positions()).toEqual(before);

    await company.owner.post('/sales_invoices', anInvoice('last'));
    expect(await positions()).toEqual([...before, before.length + 1]);
  });
});
