import { type QueryRunner } from 'typeorm';

/**
 * Adds a column for a migration, unless it is there: on MySQL each statement is committed by itself, and a migration that stopped half
 * way through is carried on.
 *
 * @param type in the words of `columnTypes`, and whether it may be null
 */
export async function addColumn(
  runner: QueryRunner,
  table: string,
  column: string,
  type: string,
): Promise<void> {
  if (await runner.hasColumn(table, column)) return;
  await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
}
