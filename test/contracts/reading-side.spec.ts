import { Reader, type Tx } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { SalesInvoiceEntity } from '../../src/sales-invoices/sales-invoice.entity';
import { aCompany, startApp, type TestApp, type TestCompany } from '../support';
import { actingFor } from '../support/principals';
import { dumpTables } from '../support/tables';
import { scopedRows } from '../support/scoped-rows';

/** More than the pool holds, so that every connection is asked. */
const manyAtOnce = 30;

describe('reading outside a unit of work', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const refusedOn = async (write: () => Promise<unknown>): Promise<void> => {
    const before = await dumpTables(test);
    const refused = await Promise.allSettled(Array.from({ length: manyAtOnce }, write));

    expect(refused.map(({ status }) => status)).toEqual(Array(manyAtOnce).fill('rejected'));
    expect(await dumpTables(test)).toEqual(before);
  };

  it.each([
    ['INSERT', `INSERT INTO roles (id, company_id, name) SELECT 'r', id, 'Smuggled' FROM companies`],
    ['UPDATE', `UPDATE companies SET name = 'Renamed'`],
    ['DELETE', 'DELETE FROM sessions'],
    ['CREATE TABLE', 'CREATE TABLE smuggled (id integer)'],
    ['DROP TABLE', 'DROP TABLE sales_invoices'],
  ])('refuses %s on every connection', async (_, statement) => {
    await refusedOn(() => managerOf(test.app.get(Reader)).query(statement));
  });

  it('refuses what a scoped repository without a unit would write', async () => {
    // It is a Reader: `of` returns what writes only for a Tx, by its type.
    const notAUnit = test.app.get<Tx>(Reader);
    const invoices = scopedRows(SalesInvoiceEntity, test.app.get(Reader));

    await refusedOn(() => invoices.of(actingFor(company), notAUnit).insert(anInvoice));
  });
});

describe('the side that reads', () => {
  it('is open while Nest shuts down, for what is written last, and is closed with the database', async () => {
    const test = await startApp();
    const reader = test.app.get(Reader);
    await test.app.close();
    await expect(managerOf(reader).query('SELECT 1 AS one')).resolves.toHaveLength(1);

    await test.close();
    expect(managerOf(reader).dataSource.isInitialized).toBe(false);
  });
});

const anInvoice = {
  id: 'smuggled',
  number: '1',
  customer: 'Toko',
  totalCents: 100,
  currency: 'IDR',
  issuedOn: '2026-01-01',
  createdAt: new Date(0),
};
