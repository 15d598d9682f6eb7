import { aCompany, anOperator, aProduct, startApp, type TestApp, type TestCompany } from '../support';
import { longReadsOf } from '../support/long-reads';
import { type ManyKey, writeCompanies, writeKeys } from '../support/many-keys';
import { runStatement } from '../support/tables';

// By the aliases of a list, for the server also reads secrets in the background.
const keyTables = /FROM [`"]\w+[`"] [`"](key|secret|word)[`"]/;

const many = (count: number, key: ManyKey = {}): ManyKey[] => Array.from({ length: count }, () => key);

describe('GET /keys of a company with very many more keys than others', () => {
  let test: TestApp;
  let company: TestCompany;
  let product: string;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    product = await aProduct(await anOperator(test));
    const { id, ownerId } = company;
    const rare = [
      ...many(10, { kind: 'product', product }),
      ...many(10, { kind: 'personal', owner: ownerId }),
      ...many(10, { name: 'Rare robot' }),
      ...many(10, { revoked: true }),
      ...many(10, { deleted: true }),
      ...many(10, { expired: true }),
      ...many(10, { disabled: true }),
    ];
    await writeKeys(test, id, ownerId, [...rare, ...many(10_100)]);
    for (const other of await writeCompanies(test, 150)) await writeKeys(test, other, ownerId, many(20));
    // As the database does by and by. SQLite does not, for nothing tells it to.
    if (test.database.kind === 'mysql')
      await runStatement(test, 'ANALYZE TABLE api_keys, key_secrets, key_words');
  });
  afterAll(() => test.close());

  const get = async (query: string) => (await company.owner.get(`/keys?${query}`)).body;
  const filters = (): readonly [query: string, found: number][] => [
    ['', 20],
    ['deleted=true', 20],
    [`owner=${company.ownerId}`, 10],
    [`owner=${company.ownerId}&deleted=true`, 10],
    ['kind=company', 20],
    ['kind=company&deleted=true', 20],
    ['kind=product', 10],
    ['kind=product&deleted=true', 10],
    [`product=${product}`, 10],
    [`product=${product}&deleted=true`, 10],
    ['q=robot', 20],
    ['q=rare', 10],
    ['status=active', 20],
    ['status=revoked', 10],
    ['status=revoked&deleted=true', 20],
    ['status=expired', 10],
    // The personal ones, too, whose kind is off, and those of the product, which is not enabled.
    ['status=disabled', 20],
    ['status=disabled&kind=company', 10],
    ['q=robot&status=active', 20],
    ['q=robot&status=revoked', 10],
  ];

  it('200 finds them with every filter', async () => {
    for (const [query, found] of filters())
      expect([query, (await get(query)).data.length]).toEqual([query, found]);
  });

  it('reads no more of them than an index offers at once, whatever the filter', async () => {
    for (const [query] of filters()) {
      const long = await longReadsOf(test, { of: keyTables, maxRows: 1_100 }, () => get(query));
      expect([query, long]).toEqual([query, []]);
    }
  });

  describe('with count=true', () => {
    const total = async (query: string) => (await get(`limit=1&count=true&${query}`)).pagination;
    const all = 10_160;

    it.each([
      ['', all],
      ['deleted=true', all + 10],
      ['kind=product', 10],
      ['status=revoked', 10],
      ['status=revoked&deleted=true', 20],
      ['status=expired', 10],
      ['status=disabled', 30],
      ['status=disabled&kind=company', 10],
      ['status=suspended', 0],
      ['q=rare', 10],
      ['q=rare&status=active', 10],
      [`q=${encodeURIComponent(`rare ${'x'.repeat(70)}`)}`, 0],
    ])('200 counts %j exactly', async (query, count) => {
      const pagination = await total(query);

      expect(pagination.total).toBe(count);
      expect(pagination).not.toHaveProperty('totalIsMinimum');
    });

    it.each(['status=active', 'status=active&kind=company'])(
      '200 says of %j that there are at least so many, after it has looked at 10,000',
      async (query) => {
        const pagination = await total(query);

        expect(pagination).toMatchObject({ totalIsMinimum: true, hasMore: true });
        expect(pagination.total).toBeGreaterThan(9_900);
        expect(pagination.total).toBeLessThanOrEqual(10_000);
      },
    );

    it('200 counts more revoked keys than it looks at exactly, where deleted ones count, too', async () => {
      const other = await aCompany(test);
      const { id, ownerId } = other;
      await writeKeys(test, id, ownerId, [
        ...many(10_020, { revoked: true }),
        ...many(5, { deleted: true }),
        {},
      ]);
      const counted = async (query: string) =>
        (await other.owner.get(`/keys?count=true&${query}`)).body.pagination;

      const revoked = await counted('status=revoked&deleted=true&kind=company');
      expect(revoked).toMatchObject({ total: 10_025 });
      expect(revoked).not.toHaveProperty('totalIsMinimum');
      expect(await counted('status=revoked&deleted=true&kind=personal')).toMatchObject({ total: 0 });
      expect(await counted('status=revoked')).toMatchObject({ totalIsMinimum: true });
    });

    it('reads no more of them than it says', async () => {
      const queries = [
        'q=robot',
        'status=active',
        'status=revoked',
        'status=broken',
        'q=robot&status=active',
      ];
      for (const query of queries) {
        const long = await longReadsOf(test, { of: keyTables, maxRows: 10_100 }, () => total(query));
        expect([query, long]).toEqual([query, []]);
      }
    });
  });
});
