import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnTypes } from '../../platform/database';

export class SalesInvoices1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`CREATE TABLE sales_invoices (
      id ${t.id} NOT NULL PRIMARY KEY,
      company_id ${t.id} NOT NULL,
      number ${t.text(32)} NOT NULL,
      customer ${t.text(100)} NOT NULL,
      total_cents ${t.count} NOT NULL,
      currency ${t.text(3)} NOT NULL,
      issued_on ${t.text(10)} NOT NULL,
      created_at ${t.time} NOT NULL,
      CONSTRAINT sales_invoices_number UNIQUE (company_id, number),
      CONSTRAINT sales_invoices_company FOREIGN KEY (company_id) REFERENCES companies (id)
    ) ${t.table}`);
    await runner.query('CREATE INDEX sales_invoices_page ON sales_invoices (company_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sales_invoices');
  }
}
