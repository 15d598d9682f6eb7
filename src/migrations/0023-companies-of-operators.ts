import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * What operators know of a company: its id in their own systems, facts of theirs, and when they closed it. To an older version that
 * runs beside this one a closed company is a suspended one.
 */
export class CompaniesOfOperators1790000000023 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'companies', 'external_id', `${t.text(255)} NULL`);
    await addColumn(runner, 'companies', 'metadata', `${t.json} NULL`);
    await addColumn(runner, 'companies', 'closed_at', `${t.time} NULL`);
    await runner.query('CREATE UNIQUE INDEX companies_external ON companies (external_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON companies' : '';
    await runner.query(`DROP INDEX companies_external${onTable}`);
    for (const column of ['closed_at', 'metadata', 'external_id'])
      await runner.query(`ALTER TABLE companies DROP COLUMN ${column}`);
  }
}
