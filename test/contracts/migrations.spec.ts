import { type DataSource } from 'typeorm';
import { ownComposition } from '../../src/composition';
import { loadConfig } from '../../src/platform/config';
import { dataSource } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { createTestDatabase, type TestDatabase } from '../support';

const own = ownComposition().schema;
const { migrations } = own;

type Schema = Readonly<Record<string, string>>;

/** Tables without an entity: they are read and written with SQL, and one not yet at all. */
const withoutEntity = [
  ...['duties', 'event_head', 'instances', 'log_followers', 'migrations'],
  'notification_preferences',
];

/** Columns that only a former version knows, which may run beside this one. */
const formerColumns = ['invitations.used_at', 'invitations.user_id', 'members.joined', 'users.pending'];

describe('the migrations', () => {
  let database: TestDatabase;
  /** The schema after so many migrations, as it was the first time; after none it is TypeORM's own table. */
  const schemas: Schema[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    for (let count = 0; count <= migrations.length; count += 1) {
      await upTo(count);
      schemas.push(await schema());
    }
  });
  afterAll(() => database.drop());

  const source = (count: number): DataSource =>
    dataSource(
      loadConfig(database.env).database,
      { ...own, migrations: migrations.slice(0, count) },
      'migrate',
    );
  const upTo = (count: number): Promise<void> => migrate(source(count));
  const downFrom = (count: number): Promise<void> =>
    within(source(count), (open) => open.undoLastMigration({ transaction: 'none' }));
  const schema = (): Promise<Schema> => within(source(0), schemaOf);

  it('each change something', () => {
    const changes = schemas.map((after) => JSON.stringify(after));

    expect(new Set(changes).size).toBe(migrations.length + 1);
  });

  it('each lead back to where they began, and there again', async () => {
    for (let count = migrations.length; count > 0; count -= 1) {
      await downFrom(count);
      expect(await schema()).toEqual(schemas[count - 1]);
      await upTo(count);
      expect(await schema()).toEqual(schemas[count]);
      await downFrom(count);
    }

    expect(Object.keys(await schema())).toEqual(['migrations']);
  });

  it('make the same schema in one go, after all of them were taken back', async () => {
    await upTo(migrations.length);

    expect(await schema()).toEqual(schemas.at(-1));
  });

  it('make just the columns that the entities have, as nullable as these say', async () => {
    const inEntities = await within(source(0), async (open) => entityColumns(open));
    const inTables = await within(source(0), tableColumns);
    const known = inTables.filter(
      (column) =>
        !withoutEntity.includes(column.split('.')[0] ?? '') &&
        !formerColumns.includes(column.split(' ')[0] ?? ''),
    );

    expect(known.sort()).toEqual(inEntities.sort());
  });

  it('compare texts as bytes: neither case, nor accents, nor blanks at the end are ignored', async () => {
    const collations = await within(source(0), collationsOf);

    expect(
      collations.filter((collation) => !/ (utf8mb4_nopad_bin|utf8mb4_0900_bin|BINARY)$/.test(collation)),
    ).toEqual([]);
    expect(collations.length).toBeGreaterThan(20);
  });
});

async function within<T>(source: DataSource, work: (open: DataSource) => Promise<T>): Promise<T> {
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** What each table and index is made with, in the words of the database. */
async function schemaOf(open: DataSource): Promise<Schema> {
  if (open.options.type === 'mysql') {
    const tables = await open.query<{ name: string }[]>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    const made = tables.map(({ name }) => open.query<Record<string, string>[]>(`SHOW CREATE TABLE ${name}`));
    return sorted(
      (await Promise.all(made)).map(([row]) => [row?.['Table'], withoutCounter(row?.['Create Table'])]),
    );
  }
  const rows = await open.query<{ name: string; sql: string }[]>(
    `SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'`,
  );
  return sorted(rows.map(({ name, sql }) => [name, sql]));
}

function sorted(made: (string | undefined)[][]): Schema {
  return Object.fromEntries(made.map(([name, sql]) => [name ?? '', (sql ?? '').replace(/\s+/g, ' ')]).sort());
}

/** How far `migrations` has counted is no part of what it is. */
function withoutCounter(sql = ''): string {
  return sql.replace(/ AUTO_INCREMENT=\d+/, '');
}

/** `users.username not null` */
async function tableColumns(open: DataSource): Promise<string[]> {
  const columns = await open.query<{ name: string; nullable: number | string }[]>(
    open.options.type === 'mysql'
      ? `SELECT CONCAT(table_name, '.', column_name) AS name, is_nullable = 'YES' AS nullable
         FROM information_schema.columns WHERE table_schema = DATABASE()`
      : `SELECT made.name || '.' || col.name AS name, col."notnull" = 0 AS nullable
         FROM sqlite_master made, pragma_table_xinfo(made.name) col
         WHERE made.type = 'table' AND made.name NOT LIKE 'sqlite_%'`,
  );
  return columns.map(({ name, nullable }) => `${name} ${Number(nullable) === 1 ? 'null' : 'not null'}`);
}

function entityColumns(open: DataSource): string[] {
  return open.entityMetadatas.flatMap(({ tableName, columns }) =>
    columns.map((column) => `${tableName}.${column.databaseName} ${column.isNullable ? 'null' : 'not null'}`),
  );
}

/** How each text column compares; on SQLite, each column of an index. */
async function collationsOf(open: DataSource): Promise<string[]> {
  const rows = await open.query<{ name: string; collation: string }[]>(
    open.options.type === 'mysql'
      ? `SELECT CONCAT(table_name, '.', column_name) AS name, collation_name AS collation FROM information_schema.columns
         WHERE table_schema = DATABASE() AND table_name <> 'migrations' AND collation_name IS NOT NULL`
      : `SELECT made.name || '.' || col.name AS name, col.coll AS collation
         FROM sqlite_master made, pragma_index_list(made.name) idx, pragma_index_xinfo(idx.name) col
         WHERE made.type = 'table' AND col.name IS NOT NULL`,
  );
  return rows.map(({ name, collation }) => `${name} ${collation}`);
}
