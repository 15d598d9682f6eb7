import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { type ColumnTypes, columnTypes } from '../platform/database';

export class Platform1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    for (const table of [products(t), activations(t), serviceKeys(t)])
      await runner.query(`${table} ${t.table}`);
    await runner.query(`ALTER TABLE companies ADD COLUMN rejected_reason ${t.text(500)} NULL`);
    await runner.query(`ALTER TABLE companies ADD COLUMN suspended_reason ${t.text(500)} NULL`);
    await runner.query(`ALTER TABLE companies ADD COLUMN suspended_from ${t.text(16)} NULL`);
    await runner.query('CREATE INDEX companies_status ON companies (status, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON companies' : '';
    await runner.query(`DROP INDEX companies_status${onTable}`);
    for (const column of ['suspended_from', 'suspended_reason', 'rejected_reason'])
      await runner.query(`ALTER TABLE companies DROP COLUMN ${column}`);
    for (const table of ['service_keys', 'product_activations', 'products'])
      await runner.query(`DROP TABLE ${table}`);
  }
}

function products(t: ColumnTypes): string {
  return `CREATE TABLE products (
    code ${t.text(63)} NOT NULL PRIMARY KEY,
    name ${t.text(100)} NOT NULL,
    grants ${t.json} NOT NULL,
    created_at ${t.time} NOT NULL
  )`;
}

function activations(t: ColumnTypes): string {
  return `CREATE TABLE product_activations (
    company_id ${t.id} NOT NULL,
    product_code ${t.text(63)} NOT NULL,
    status ${t.text(16)} NOT NULL,
    PRIMARY KEY (company_id, product_code),
    CONSTRAINT product_activations_company FOREIGN KEY (company_id) REFERENCES companies (id),
    CONSTRAINT product_activations_product FOREIGN KEY (product_code) REFERENCES products (code)
  )`;
}

function serviceKeys(t: ColumnTypes): string {
  return `CREATE TABLE service_keys (
    id ${t.id} NOT NULL PRIMARY KEY,
    name ${t.text(100)} NOT NULL,
    product_code ${t.text(63)} NOT NULL,
    digest ${t.bytes(32)} NOT NULL,
    pepper_version ${t.text(16)} NOT NULL,
    start ${t.text(32)} NOT NULL,
    last4 ${t.text(4)} NOT NULL,
    created_at ${t.time} NOT NULL,
    revoked_at ${t.time} NULL,
    CONSTRAINT service_keys_digest UNIQUE (digest),
    CONSTRAINT service_keys_product FOREIGN KEY (product_code) REFERENCES products (code)
  )`;
}
