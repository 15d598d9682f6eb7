import { ApiKeyEntity } from '../../src/api-keys/api-key.entity';
import { Reader, UnitOfWork } from '../../src/platform/database';
import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { actingFor } from '../support/principals';
import { scopedRows } from '../support/scoped-rows';
import { statementsOf } from '../support/statements';

describe('making a key', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    // From the second act on an instance guesses that it has the log to itself.
    for (const name of ['one', 'two', 'three']) await aKey(company.owner, { name });
  });
  afterAll(() => test.close());

  const tables = (statements: readonly string[]): string[] =>
    statements.map((sql) => /(?:FROM|INTO|UPDATE) [`"]?(\w+)/.exec(sql)?.[1] ?? sql);

  it('costs one statement to find out who does it, and eight for the unit of work', async () => {
    const said = tables(await statementsOf(test, () => aKey(company.owner, { name: 'Toko Melati' })));

    const unit = ['key_policies', 'product_activations', 'api_keys', 'key_words', 'key_secrets'];
    const log = ['event_head', 'events'];
    // On SQLite the end of the log is read, too, as heartbeats read it; to TypeORM its commit is no statement.
    const commit = test.database.kind === 'mysql' ? ['COMMIT'] : [];
    expect(said).toEqual(['sessions', ...unit, ...log, ...commit]);
  });

  describe('writes rows', () => {
    const keys = () => scopedRows(ApiKeyEntity, test.app.get(Reader));
    const principal = () => actingFor(company);
    const insert = (rows: Omit<ApiKeyEntity, 'companyId'>[]) =>
      test.app.get(UnitOfWork).run((tx) => keys().of(principal(), tx).insertAll(rows));
    const idOf = (digit: string): string => `00000000-0000-7000-8000-00000000000${digit}`;
    const aRow = (id: string, more: Partial<ApiKeyEntity> = {}): Omit<ApiKeyEntity, 'companyId'> => ({
      ...{
        id,
        kind: 'company',
        environment: 'live',
        name: null,
        nameFolded: null,
        description: null,
        metadata: null,
        wordsOf: null,
        productCode: null,
        ownerId: null,
      },
      ...{ permissions: null, allowedAddresses: null, rateLimits: null, quota: null },
      ...{ createdAt: new Date(1_700_000_000_123), createdBy: company.ownerId },
      ...{ revokedAt: null, revokedReason: null, deletedAt: null, disabledAt: null, selfRotatedAt: null },
      ...more,
    });

    it('that read back as they were, several by one statement', async () => {
      const rows = [
        aRow(idOf('1'), {
          name: `O'Neil "? 🚀 \\`,
          permissions: ['keys:verify'],
          quota: { limit: 5, refill: 'day' },
        }),
        aRow(idOf('2'), { allowedAddresses: ['10.0.0.0/8'], revokedAt: new Date(1), revokedReason: '' }),
      ];
      const said = await statementsOf(test, () => insert(rows));
      const read = await Promise.all(rows.map(({ id }) => keys().of(principal()).byId(id)));

      expect(said.filter((sql) => sql.startsWith('INSERT'))).toHaveLength(1);
      expect(read).toMatchObject(rows);
    });

    it('none at all where one of them has no value for a column', async () => {
      const { createdBy: _, ...unfinished } = aRow(idOf('5'));
      // Typed as a whole row, or it would not compile.
      const rows = [aRow(idOf('4')), unfinished as Omit<ApiKeyEntity, 'companyId'>];

      await expect(insert(rows)).rejects.toThrow('A new row of api_keys has no createdBy.');
      expect(await keys().of(principal()).byId(idOf('4'))).toBeNull();
    });
  });
});
