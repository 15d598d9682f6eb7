import { Equal, type FindOptionsWhere, In, IsNull, Not, Or, Raw } from 'typeorm';
import { CompanyEntity } from '../../src/companies';
import { Reader, type Tx, UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { SalesInvoiceEntity } from '../../src/sales-invoices/sales-invoice.entity';
import { type ScopedRepository } from '../../src/tenancy';
import { ScopedQuery } from '../../src/tenancy/scoped-query';
import { TenantRows, WritableTenantRows } from '../../src/tenancy/tenant-rows';
import { aCompany, startApp, type TestApp, type TestCompany } from '../support';
import { actingFor } from '../support/principals';
import { rowsOf } from '../support/tables';
import { scopedRows } from '../support/scoped-rows';

/** Everything that can be done to rows. A new method is a new way to another company's rows: it needs a test below. */
const methods = {
  rows: ['find', 'findOne', 'byId', 'count', 'query', 'scoped'],
  writableRows: ['lockOne', 'shareOne', 'insert', 'insertAll', 'update', 'delete'],
  query: [
    ...['leftJoin', 'joinTenant', 'innerJoinShared', 'and', 'byIndex', 'orderBy', 'limit', 'offset'],
    ...['valuesOf', 'columnsOf', 'all', 'count', 'sumsBy', 'rankedBy'],
  ],
};

describe('the rows of one company', () => {
  let test: TestApp;
  let ours: TestCompany;
  let theirs: TestCompany;
  let invoices: ScopedRepository<SalesInvoiceEntity>;
  let theirRows: Record<string, string[]>;

  beforeAll(async () => {
    test = await startApp();
    [ours, theirs] = [await aCompany(test, 'Ours'), await aCompany(test, 'Theirs')];
    invoices = scopedRows(SalesInvoiceEntity, test.app.get(Reader));
  });
  beforeEach(async () => {
    await unit(async (tx) => {
      await managerOf(tx).query('DELETE FROM sales_invoices');
      // Ours stand between theirs, whichever way one sorts.
      for (const [id, number] of Object.entries({ a: '1', z: '2' }))
        await rowsIn(theirs, tx).insert(anInvoice(id, number));
      for (const [id, number] of Object.entries({ m: '1', n: '2' }))
        await rowsIn(ours, tx).insert(anInvoice(id, number));
    });
    theirRows = await rowsOf(test, theirs.id);
  });
  afterAll(() => test.close());

  const unit = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => test.app.get(UnitOfWork).run(work);
  const rowsIn = (company: TestCompany, tx: Tx) => invoices.of(actingFor(company), tx);
  const write = <T>(work: (rows: WritableTenantRows<SalesInvoiceEntity>) => Promise<T>): Promise<T> =>
    unit((tx) => work(rowsIn(ours, tx)));
  const read = (): TenantRows<SalesInvoiceEntity> => invoices.of(actingFor(ours));
  const ourIds = async (): Promise<string[]> => idsOf(await read().find());
  const expectTheirsUntouched = async (): Promise<void> =>
    expect(await rowsOf(test, theirs.id)).toEqual(theirRows);

  it('are reached by these methods and no others', () => {
    expect(methodsOf(TenantRows)).toEqual(methods.rows);
    expect(methodsOf(WritableTenantRows)).toEqual(methods.writableRows);
    expect(methodsOf(ScopedQuery)).toEqual(methods.query);
  });

  describe.each<[string, () => object]>([
    ['another company', () => ({ companyId: theirs.id })],
    ['every company but ours', () => ({ companyId: Not(ours.id) })],
    ['both companies', () => ({ companyId: In([ours.id, theirs.id]) })],
    ['any company', () => ({ companyId: Raw(() => '1 = 1 OR 1 = 1') })],
    ['no company', () => ({ companyId: IsNull() })],
    ['an OR in another column', () => ({ number: Or(Equal('1'), Not('1')) })],
  ])('when a condition smuggles in %s', (_, smuggled) => {
    // Typed as any object, or it would not compile: `Where` has no company.
    const where = (): Where => smuggled();

    it('find, findOne, count, lockOne and shareOne see our rows', async () => {
      const locked = await write((rows) => rows.lockOne(where()));
      const shared = await write((rows) => rows.shareOne(where()));

      expect(idsOf(await read().find({ where: where() }))).toEqual(['m', 'n']);
      expect([await read().findOne(where()), locked, shared]).toMatchObject(
        Array(3).fill({ companyId: ours.id }),
      );
      expect(await read().count(where())).toBe(2);
    });

    it('update and delete leave their rows alone', async () => {
      await write((rows) => rows.update(where(), { customer: 'changed' }));
      await write((rows) => rows.delete(where()));

      await expectTheirsUntouched();
      expect(await ourIds()).toEqual([]);
    });
  });

  it('cannot be asked for with a list of conditions, which would be an OR', async () => {
    // A cast: a list is what TypeORM's own `where` takes.
    const either = [{ number: '1' }, { companyId: theirs.id }] as Where;

    await expect(read().find({ where: either })).rejects.toThrow();
    await expect(write((rows) => rows.delete(either))).rejects.toThrow();
    await expectTheirsUntouched();
  });

  it('are found by id when they are ours, and not when theirs', async () => {
    const [id, theirId] = [uuid('1'), uuid('2')];
    await unit(async (tx) => {
      await rowsIn(ours, tx).insert(anInvoice(id, '3'));
      await rowsIn(theirs, tx).insert(anInvoice(theirId, '3'));
    });

    expect(await read().byId(id)).toMatchObject({ id });
    expect(await read().byId(theirId)).toBeNull();
    expect(await read().byId('a')).toBeNull();
  });

  it('stay ours in a query, whatever condition, order or limit is added', async () => {
    const query = () => read().query('invoice').and('1 = 1 OR 1 = 1').orderBy('invoice.id', 'DESC');

    expect(idsOf(await query().all())).toEqual(['n', 'm']);
    expect(idsOf(await query().limit(1).all())).toEqual(['n']);
    expect(await query().valuesOf('id')).toEqual(['n', 'm']);
    expect((await query().columnsOf(['id'])).flat()).toEqual(['n', 'm']);
    expect(await query().and("invoice.number = '1' OR invoice.id = 'a'").count()).toBe(1);
  });

  it('stay ours in a query whose parameter would name another company', async () => {
    const other = { tenantCompanyId: theirs.id };

    expect(() => read().query('invoice').and('1 = 1', other)).toThrow('does not change its company');
  });

  it('are added up without theirs, whatever condition is added', async () => {
    const sums = read().query('invoice').and('1 = 1 OR 1 = 1').sumsBy('customer', ['totalCents']);
    const none = read().query('invoice').and("invoice.id = 'a'").sumsBy('customer', ['totalCents']);

    expect(await sums).toEqual([['Toko', { totalCents: 200 }]]);
    expect(await none).toEqual([]);
  });

  it('are joined to no row, rather than to one of theirs', async () => {
    const join = (on: string): Promise<{ id: string; twin: SalesInvoiceEntity | null }[]> =>
      read().query('invoice').leftJoin('twin', SalesInvoiceEntity, on).all();

    expect((await join("twin.id = 'a'")).map(({ id, twin }) => [id, twin])).toEqual([
      ['m', null],
      ['n', null],
    ]);
    expect((await join('1 = 1 OR 1 = 1')).map(({ twin }) => twin?.companyId)).toEqual([ours.id, ours.id]);
  });

  it('stay ours beside what is joined and belongs to nobody', async () => {
    const query = read().query('invoice').innerJoinShared('twin', SalesInvoiceEntity, '1 = 1 OR 1 = 1');

    expect(new Set(idsOf(await query.all()))).toEqual(new Set(['m', 'n']));
  });

  it('are inserted as ours, whatever company they name', async () => {
    // A variable: an object literal with a company would not compile.
    const named = { ...anInvoice('o', '9'), companyId: theirs.id };
    await write((rows) => rows.insert(named));
    await write((rows) => rows.insertAll([{ ...named, id: 'p', number: '8' }]));

    expect(await ourIds()).toEqual(['m', 'n', 'o', 'p']);
    await expectTheirsUntouched();
  });

  it('are inserted all at once, however many values they have', async () => {
    const many = Array.from({ length: 15_000 }, (_, at) => anInvoice(`o${at}`, `n${at}`));

    await write((rows) => rows.insertAll(many));

    expect(await read().count()).toBe(2 + many.length);
    await expectTheirsUntouched();
  });

  it('are not inserted over one of theirs', async () => {
    await expect(write((rows) => rows.insert(anInvoice('a', '9')))).rejects.toThrow();
    await expectTheirsUntouched();
  });

  it('cannot be moved to another company', async () => {
    const byProperty = { customer: 'moved', companyId: theirs.id };
    const byColumn = { customer: 'moved', company_id: theirs.id };

    await expect(write((rows) => rows.update({ id: 'm' }, byProperty))).rejects.toThrow(
      'A row does not change its company.',
    );
    await expect(write((rows) => rows.update({ id: 'm' }, byColumn))).rejects.toThrow();
    expect(await ourIds()).toEqual(['m', 'n']);
  });

  it.each([{}, { id: undefined }, { id: null }, { number: '1', id: undefined }])(
    'are not changed by a condition that says nothing: %p',
    async (where) => {
      // A cast: `null` and `undefined` are what a bug would hand over.
      await expect(write((rows) => rows.update(where as Where, { customer: 'all' }))).rejects.toThrow();
      await expect(write((rows) => rows.delete(where as Where))).rejects.toThrow();
      expect((await read().find()).map(({ customer }) => customer)).toEqual(['Toko', 'Toko']);
    },
  );

  it('403 are nobody’s who acts for no company', async () => {
    const nobody = actingFor(null);
    const refusal = { kind: { status: 403, code: 'no-company' } };

    expect(thrownBy(() => invoices.of(nobody))).toMatchObject(refusal);
    expect(await unit(async (tx) => thrownBy(() => invoices.of(nobody, tx)))).toMatchObject(refusal);
  });

  it('are, of the companies themselves, the one row of our own', async () => {
    const companies = scopedRows(CompanyEntity, test.app.get(Reader), 'id');
    const move = { id: theirs.id };
    const change = (patch: object) =>
      unit((tx) => companies.of(actingFor(ours), tx).update({ id: theirs.id }, patch));

    expect(idsOf(await companies.of(actingFor(ours)).find())).toEqual([ours.id]);
    await change({ name: 'Renamed' });
    await expect(change(move)).rejects.toThrow('A row does not change its company.');
    await expectTheirsUntouched();
  });
});

type Where = Omit<FindOptionsWhere<SalesInvoiceEntity>, 'companyId'>;

function anInvoice(id: string, number: string) {
  const rest = { customer: 'Toko', totalCents: 100, currency: 'IDR', issuedOn: '2026-01-01' };
  return { id, number, ...rest, createdAt: new Date(0) };
}

function uuid(digit: string): string {
  return [8, 4, 4, 4, 12].map((length) => digit.repeat(length)).join('-');
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function methodsOf(type: { readonly prototype: object }): string[] {
  return Object.getOwnPropertyNames(type.prototype).filter((name) => name !== 'constructor');
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
