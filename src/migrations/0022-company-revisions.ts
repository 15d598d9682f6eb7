import { type QueryRunner } from 'typeorm';
import { columnTypes, type StatedMigration } from '../platform/database';

/**
 * What an operator saw of a company when they decided, and the new name of an approved company until an operator decides about it.
 * An older version that runs beside this one renames without either.
 */
export class CompanyRevisions1790000000022 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    // On MySQL each statement is committed by itself: one that stopped half way through is carried on.
    const add = async (column: string, type: string): Promise<void> => {
      if (await runner.hasColumn('companies', column)) return;
      await runner.query(`ALTER TABLE companies ADD COLUMN ${column} ${type}`);
    };
    await add('revision', `${t.count} NOT NULL DEFAULT 1`);
    await add('pending_name', `${t.text(100)} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['pending_name', 'revision'])
      await runner.query(`ALTER TABLE companies DROP COLUMN ${column}`);
  }
}
