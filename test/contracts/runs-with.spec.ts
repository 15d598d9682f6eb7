import { type DataSource, type QueryRunner } from 'typeorm';
import { ownComposition } from '../../src/composition';
import { loadConfig } from '../../src/platform/config';
import { dataSource } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { type StatedMigration } from '../../src/platform/database/runs-with';
import { StartFault } from '../../src/platform/start-fault';
import { createTestDatabase, type TestDatabase } from '../support';

const own = ownComposition().schema;
const { migrations } = own;

type MigrationClass = new () => StatedMigration;

class WithoutNote1790000009001 implements StatedMigration {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE later (id integer)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE later');
  }
}

class Expanding1790000009002 extends WithoutNote1790000009001 {
  readonly runsWith: string = '0.2.0';
}

class Contracting1790000009003 extends WithoutNote1790000009001 {
  readonly runsWith: string = '0.10.0';
}

describe('a program whose database a later version has migrated', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  const source = (later: readonly MigrationClass[]): DataSource =>
    dataSource(
      loadConfig(database.env).database,
      { ...own, migrations: [...migrations, ...later] },
      'migrate',
    );
  const migratedBy = (version: string, ...later: MigrationClass[]) => migrate(source(later), version);

  it('starts where each later migration says that its version may run', async () => {
    await migratedBy('0.11.0', Expanding1790000009002);

    await expect(migratedBy('0.2.0')).resolves.toBeUndefined();
    await expect(migratedBy('0.3.1')).resolves.toBeUndefined();
  });

  it('refuses where a migration needs a later version, and says which', async () => {
    await migratedBy('0.11.0', Contracting1790000009003);

    const refused = migratedBy('0.9.0');
    await expect(refused).rejects.toThrow(StartFault);
    await expect(refused).rejects.toThrow(
      'The database has the migration Contracting1790000009003, beside which only version 0.10.0 or later may run, and ' +
        'this is version 0.9.0. Start version 0.10.0 or later.',
    );
    await expect(migratedBy('0.10.0')).resolves.toBeUndefined();
  });

  it('refuses where a migration says nothing, and names it', async () => {
    await migratedBy('0.11.0', WithoutNote1790000009001);

    const refused = migratedBy('9.0.0');
    await expect(refused).rejects.toThrow(StartFault);
    await expect(refused).rejects.toThrow(
      /migration WithoutNote1790000009001, which this version \(9\.0\.0\) does not know/,
    );
    await expect(migratedBy('0.11.0', WithoutNote1790000009001)).resolves.toBeUndefined();
  });

  it('finds a note beside every migration of ours', async () => {
    await migratedBy('0.2.0');
    const open = await source([]).initialize();
    const rows = await open.query<{ name: string; runs_with: string | null }[]>('SELECT * FROM migrations');
    await open.destroy();

    expect(rows).toHaveLength(migrations.length);
    expect(rows.filter(({ runs_with: oldest }) => oldest === null)).toEqual([]);
  });
});
