import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * What an operator saw of a company when they decided, and the new name of an approved company until an operator decides about it.
 * An older version that runs beside this one renames without either.
 */
export class CompanyRevisions1790000000022 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'companies', 'revision', `${t.count} NOT NULL DEFAULT 1`);
    await addColumn(runner, 'companies', 'pending_name', `${t.text(100)} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['pending_name', 'revision'])
      await runner.query(`ALTER TABLE companies DROP COLUMN ${column}`);
  }
}
