import { type QueryRunner } from 'typeorm';

/**
 * The types migrations are written in, in the words of each database. Frozen like the migrations that use it: a new need
 * gets a new word, an old word never changes its meaning.
 *
 * All text has a binary collation, so that comparing is comparing bytes: MySQL's default ignores case and accents.
 */
export interface ColumnTypes {
  readonly id: string;
  readonly text: (length: number) => string;
  readonly json: string;
  readonly time: string;
  readonly count: string;
  readonly flag: string;
  readonly bytes: (size: number) => string;
  readonly blob: string;
  /** What follows the closing bracket of a table. */
  readonly table: string;
}

export function columnTypes(runner: QueryRunner): ColumnTypes {
  return runner.dataSource.options.type === 'mysql' ? mysql : sqlite;
}

// Not `utf8mb4_bin`, which passes over blanks at the end. Both comments are code: one for MariaDB alone, one for MySQL.
const binaryText = 'CHARACTER SET utf8mb4 COLLATE /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */';

const mysql: ColumnTypes = {
  id: `char(36) ${binaryText}`,
  text: (length) => `varchar(${length}) ${binaryText}`,
  json: `mediumtext ${binaryText}`,
  time: 'bigint',
  count: 'bigint',
  flag: 'tinyint(1)',
  bytes: (size) => `binary(${size})`,
  blob: 'varbinary(1024)',
  table: `ENGINE=InnoDB DEFAULT ${binaryText}`,
};

const sqlite: ColumnTypes = {
  id: 'text',
  text: () => 'text',
  json: 'text',
  time: 'integer',
  count: 'integer',
  flag: 'integer',
  bytes: () => 'blob',
  blob: 'blob',
  table: '',
};
