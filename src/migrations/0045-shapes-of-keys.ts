import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * The shape that an imported secret came with, so that one can be removed that was wrong. Where a company has one shape, its keys are of
 * that; where it has several, nobody can tell. A former version leaves it out of what it imports.
 */
export class ShapesOfKeys1790000000045 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'key_secrets', 'shape_id', `${columnTypes(runner).id} NULL`);
    await runner.query(`UPDATE key_secrets SET shape_id = (
      SELECT MIN(shape.id) FROM key_shapes shape
      WHERE shape.company_id = key_secrets.company_id GROUP BY shape.company_id HAVING COUNT(*) = 1)
      WHERE import_mark IS NOT NULL`);
    await runner.query('CREATE INDEX key_secrets_shape ON key_secrets (company_id, shape_id, import_mark)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON key_secrets' : '';
    await runner.query(`DROP INDEX key_secrets_shape${onTable}`);
    await runner.query('ALTER TABLE key_secrets DROP COLUMN shape_id');
  }
}
