import { Reader, UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { type TestApp } from './test-app';

/** A row as the driver returns it. */
export type Row = Readonly<Record<string, unknown>>;

/** A table whose rows belong to companies, and the column that says to which. */
export interface TenantTable {
  readonly table: string;
  readonly companyColumn: string;
}

/** Every table, including those without an entity, with all its rows; except those that change by themselves. */
export async function dumpTables(test: TestApp): Promise<Readonly<Record<string, readonly Row[]>>> {
  const tables = await queryRows(test, tableNames[test.database.kind]);
  const dump: Record<string, readonly Row[]> = {};
  const lasting = tables.filter(({ name }) => !changing.has(String(name)));
  for (const { name } of lasting) dump[String(name)] = await queryRows(test, `SELECT * FROM ${String(name)}`);
  return dump;
}

/** The tables of all entities that name a company, and the companies themselves. */
export function tenantTables(test: TestApp): TenantTable[] {
  const { dataSource } = managerOf(test.app.get(Reader));
  return dataSource.entityMetadatas.flatMap(({ tableName, columns }): TenantTable[] => {
    if (tableName === 'companies') return [{ table: tableName, companyColumn: 'id' }];
    const column = columns.find(({ databaseName }) => databaseName === 'company_id');
    return column === undefined ? [] : [{ table: tableName, companyColumn: column.databaseName }];
  });
}

/** Every row of a company by table, as text, in a fixed order: equal before and after when nothing was touched. */
export async function rowsOf(test: TestApp, companyId: string): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const { table, companyColumn } of tenantTables(test)) {
    const found = await queryRows(test, `SELECT * FROM ${table} WHERE ${companyColumn} = ?`, [companyId]);
    rows[table] = found.map((row) => JSON.stringify(row)).sort();
  }
  return rows;
}

/** Reads past tenancy, on the connections that cannot write. */
export function queryRows(test: TestApp, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return managerOf(test.app.get(Reader)).query<Row[]>(sql, parameters);
}

/** Changes rows behind the application's back, as somebody with access to the database could. */
export async function runStatement(test: TestApp, sql: string): Promise<void> {
  await test.app.get(UnitOfWork).run((tx) => managerOf(tx).query(sql));
}

const changing = new Set(['instances', 'duties', 'log_followers', 'notifications']);

const tableNames = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  mysql: 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
} as const;
