import { type ObjectLiteral, type Repository } from 'typeorm';
import { type ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

/** SQLite binds 32,766 values to one statement, MySQL 65,535. */
const maxValues = 30_000;

/**
 * Writes rows of an entity by one statement, or by several where one cannot hold them. A statement is made of what the entity says of its columns.
 * Most acts wait for several of these, and TypeORM's builder takes long to put one together. See docs/adr/0049.
 */
export class RowInsert<E extends ObjectLiteral> {
  private readonly columns: readonly ColumnMetadata[];
  private readonly head: string;
  private readonly places: string;

  /** @param rows of any manager: of these only the columns are read. */
  constructor(private readonly rows: Repository<E>) {
    const { columns, tableName } = rows.metadata;
    const { driver } = rows.manager.dataSource;
    this.columns = columns.filter(({ isInsert }) => isInsert);
    const names = this.columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
    this.head = `INSERT INTO ${driver.escape(tableName)} (${names}) VALUES `;
    this.places = `(${this.columns.map(() => '?').join(', ')})`;
  }

  /** @param values at least one row. @throws for a row without a value for a column: null is a value, nothing is a mistake. */
  async into(repository: Repository<E>, values: readonly ObjectLiteral[]): Promise<void> {
    const maxRows = Math.floor(maxValues / this.columns.length);
    for (let from = 0; from < values.length; from += maxRows)
      await this.write(repository, values.slice(from, from + maxRows));
  }

  private async write(repository: Repository<E>, values: readonly ObjectLiteral[]): Promise<void> {
    const statement = this.head + values.map(() => this.places).join(', ');
    await repository.query(
      statement,
      values.flatMap((row) => this.columns.map((column) => this.stored(row, column))),
    );
  }

  private stored(row: ObjectLiteral, column: ColumnMetadata): unknown {
    const value: unknown = column.getEntityValue(row);
    if (value === undefined)
      throw new Error(`A new row of ${column.entityMetadata.tableName} has no ${column.propertyName}.`);
    return this.rows.manager.dataSource.driver.preparePersistentValue(value, column);
  }
}
