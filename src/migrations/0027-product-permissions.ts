import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * What products protect outside this program, and which product has which name. A former version writes products without
 * permissions, which is what null means.
 */
export class ProductPermissions1790000000027 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'products', 'permissions', `${t.json} NULL`);
    await addColumn(runner, 'products', 'enabled_by_default', `${t.flag} NOT NULL DEFAULT 0`);
    await addColumn(runner, 'products', 'for_members', `${t.flag} NOT NULL DEFAULT 0`);
    await addColumn(runner, 'products', 'retired_at', `${t.time} NULL`);
    await runner.query(`CREATE TABLE IF NOT EXISTS product_permission_names (
      name ${t.text(97)} NOT NULL PRIMARY KEY,
      product_code ${t.text(63)} NOT NULL,
      removed_at ${t.time} NULL,
      CONSTRAINT product_permission_names_product FOREIGN KEY (product_code) REFERENCES products (code)
    ) ${t.table}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE product_permission_names');
    for (const column of ['retired_at', 'for_members', 'enabled_by_default', 'permissions'])
      await runner.query(`ALTER TABLE products DROP COLUMN ${column}`);
  }
}
