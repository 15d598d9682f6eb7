import { startApp, type TestApp } from '../support';
import { type Canary, releaseCanaries } from '../support/canary-acts';
import { operationsWithSecrets } from '../support/canary-operations';
import { leaksIn, textOfFiles, textOfRows } from '../support/leaks';
import { operationsOf } from '../support/operations';
import { dumpTables } from '../support/tables';

/** A secret goes by one of these names. */
const nameOfSecret = /(secret|password|token|pin|totp|hash|credentials\[\]|^key)$/i;

describe('a secret', () => {
  let test: TestApp;
  let canary: Canary;

  beforeAll(async () => {
    test = await startApp({ env: { LOG_LEVEL: 'trace' } });
    canary = await releaseCanaries(test);
    await test.settle();
  });
  afterAll(() => test.close());

  it('is driven through every operation that takes or gives one', () => {
    const found = operationsOf(test).filter(({ bodyFields, answerFields }) =>
      [...bodyFields, ...answerFields].some(({ name, freeText }) => freeText && nameOfSecret.test(name)),
    );

    expect(found.map(({ id }) => id).sort()).toEqual(operationsWithSecrets);
    expect([...canary.secrets.values()].every((secret) => secret.length >= 12)).toBe(true);
  });

  it('was taken, given and refused, and no one was answered with a fault', () => {
    const statuses = new Set(canary.answers.map(({ status }) => status));

    expect([...statuses].sort()).toEqual([200, 201, 202, 204, 400, 401, 403, 404, 409, 415, 422]);
  });

  it('is in no table', async () => {
    const tables = Object.entries(await dumpTables(test));

    expect(
      tables.flatMap(([table, rows]) =>
        leaksIn(textOfRows(rows), canary.secrets).map((leak) => `${table}: ${leak}`),
      ),
    ).toEqual([]);
    expect(tables.map(([, rows]) => textOfRows(rows)).join('\n')).toContain(canary.company.slug);
  });

  it('is in no file of the data folder: database, log or lock', () => {
    const files = textOfFiles(test.config.dataDir);

    expect(leaksIn(files, canary.secrets)).toEqual([]);
    if (test.database.kind === 'sqlite') expect(files).toContain(canary.company.slug);
  });

  it('is in no line of the log, at any level', () => {
    const log = test.logged.join('');

    expect(leaksIn(log, canary.secrets)).toEqual([]);
    expect(log).toContain('/api/v1/keys/:id/reveal');
  });

  it('is in no refusal', () => {
    const refusals = canary.answers.filter(({ status }) => status >= 400);

    expect(
      refusals.flatMap(({ body, headers }) => leaksIn(JSON.stringify([body, headers]), canary.secrets)),
    ).toEqual([]);
    expect(refusals.length).toBeGreaterThan(100);
  });

  it('is in no event', async () => {
    const { body } = await canary.company.owner.get('/events?limit=100');

    expect(leaksIn(JSON.stringify(body), canary.secrets)).toEqual([]);
    expect(JSON.stringify(body)).toContain('key.revealed');
  });

  /** Last, because from then on it is there. */
  it.each(['utf8', 'hex', 'base64', 'base64url'] as const)(
    'would be found if it was written down as %s',
    async (encoding) => {
      const [name, secret] = [...canary.secrets].at(2) ?? ['', ''];
      const written = Buffer.from(`x${secret}`).toString(encoding);
      await canary.company.owner.post('/sales_invoices', {
        ...anInvoice,
        customer: written,
        number: encoding,
      });

      const rows = (await dumpTables(test))['sales_invoices'] ?? [];
      expect(leaksIn(textOfRows(rows), canary.secrets)).toContainEqual(expect.stringContaining(name));
    },
  );
});

const anInvoice = { total: '1.00', currency: 'IDR', issuedOn: '2026-06-15' };
