import { type Dialect } from './tx';

/** A table as the database itself describes it. */
export interface TableShape {
  readonly name: string;
  /** In the order of the table, without those that the database computes. */
  readonly columns: readonly string[];
  /** The tables that its foreign keys name, without itself. */
  readonly parents: readonly string[];
}

/** Runs a statement on whatever connection the caller holds. */
export type RunQuery = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** What belongs to the running instances, not to what they keep: a restored database has others, and a log of its own. */
const ofInstances = ['instances', 'duties', 'log_followers'];

const leftOut = ['migrations', ...ofInstances].map((name) => `'${name}'`).join(', ');

/**
 * Every table there is, so that none without an entity is forgotten; except the list of migrations, and what belongs to the
 * running instances. Parents stand before children.
 */
export async function readCatalogue(dialect: Dialect, ask: RunQuery): Promise<TableShape[]> {
  const columns = pairs(await ask(catalogueQueries[dialect].columns));
  const references = pairs(await ask(catalogueQueries[dialect].references));
  const names = [...new Set(columns.map(([table]) => table))];
  const shapes = names.map((name) => ({
    name,
    columns: seconds(columns, name),
    parents: [...new Set(seconds(references, name))].filter((parent) => parent !== name),
  }));
  return parentsFirst(shapes);
}

function pairs(rows: Awaited<ReturnType<RunQuery>>): [string, string][] {
  return rows.map((row) => [String(row['of_table']), String(row['named'])]);
}

function seconds(rows: readonly [string, string][], table: string): string[] {
  return rows.filter(([first]) => first === table).map(([, second]) => second);
}

function parentsFirst(shapes: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = [];
  let waiting = [...shapes];
  while (waiting.length > 0) {
    const placed = ordered.map(({ name }) => name);
    const ready = waiting.filter(({ parents }) => parents.every((parent) => placed.includes(parent)));
    if (ready.length === 0) throw new Error('The foreign keys of the tables go in a circle.');
    ordered.push(...ready);
    waiting = waiting.filter((shape) => !ready.includes(shape));
  }
  return ordered;
}

const catalogueQueries = {
  sqlite: {
    columns: `SELECT m.name AS of_table, c.name AS named FROM sqlite_master m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT IN (${leftOut}) ORDER BY m.name, c.cid`,
    references: `SELECT m.name AS of_table, f."table" AS named
      FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
  },
  mysql: {
    columns: `SELECT table_name AS of_table, column_name AS named FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name NOT IN (${leftOut})
        AND extra NOT IN ('VIRTUAL GENERATED', 'STORED GENERATED') ORDER BY table_name, ordinal_position`,
    references: `SELECT table_name AS of_table, referenced_table_name AS named FROM information_schema.referential_constraints
      WHERE constraint_schema = DATABASE()`,
  },
} as const;
