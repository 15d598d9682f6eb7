import { type DataSource } from 'typeorm';
import { ownComposition } from '../../src/composition';
import { NameSkeletons1790000000014 } from '../../src/migrations/0014-name-skeletons';
import { loadConfig } from '../../src/platform/config';
import { dataSource } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { createTestDatabase, type TestDatabase } from '../support';

const own = ownComposition().schema;
const { migrations } = own;

const id = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

describe('the migration of names', () => {
  let database: TestDatabase;
  const before = migrations.indexOf(NameSkeletons1790000000014);

  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const source = (count: number): DataSource =>
    dataSource(
      loadConfig(database.env).database,
      { ...own, migrations: migrations.slice(0, count) },
      'migrate',
    );

  async function asking<T>(work: (open: DataSource) => Promise<T>): Promise<T> {
    const open = await source(0).initialize();
    try {
      return await work(open);
    } finally {
      await open.destroy();
    }
  }

  it('keeps roles that are alike, and usernames that are needed as they are', async () => {
    await migrate(source(before));
    await asking(async (open) => {
      await open.query('INSERT INTO companies (id, name, slug, status, created_at) VALUES (?, ?, ?, ?, ?)', [
        id(1),
        'Acme',
        'acme',
        'approved',
        0,
      ]);
      for (const [number, name, code] of [
        [10, 'owner', null],
        [11, 'Owner', 'owner'],
        [12, '\u039fwner', null],
        [13, 'Billing', null],
      ] as const)
        await open.query(
          'INSERT INTO roles (id, company_id, name, system_code, permissions) VALUES (?, ?, ?, ?, ?)',
          [id(number), id(1), name, code, code === null ? '[]' : null],
        );
      for (const [number, username] of [
        [20, '"dewi@acme.test"'],
        [21, "'ani@acme.test'"],
        [22, 'ani@acme.test'],
        [23, "o'brien@acme.test"],
        [24, '"ab"'],
      ] as const)
        await open.query('INSERT INTO users (id, username, password_hash, created_at) VALUES (?, ?, ?, ?)', [
          id(number),
          username,
          'x',
          0,
        ]);
    });

    await migrate(source(before + 1));

    const roles = await asking((open) => open.query('SELECT name, name_skeleton FROM roles ORDER BY id'));
    expect(roles).toEqual([
      { name: 'owner', name_skeleton: `owner ${id(10)}` },
      { name: 'Owner', name_skeleton: 'owner' },
      { name: '\u039fwner', name_skeleton: `owner ${id(12)}` },
      { name: 'Billing', name_skeleton: 'billing' },
    ]);
    const users = await asking((open) =>
      open.query<{ username: string }[]>('SELECT username FROM users ORDER BY id'),
    );
    expect(users.map(({ username }) => username)).toEqual([
      'dewi@acme.test',
      "'ani@acme.test'",
      'ani@acme.test',
      "o'brien@acme.test",
      '"ab"',
    ]);
  });
});
