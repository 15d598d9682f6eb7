import { type Dialect, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { outcomes } from './outcomes';
import { type HourCounts, type Visit } from './waiting-uses';

/** What a key was last used by. */
export interface LastUse extends Visit {
  readonly companyId: string;
  readonly keyId: string;
  readonly atMs: number;
  /** When its superseded secret was last used; null for not since that was written. */
  readonly supersededUsedMs: number | null;
}

/** What a key did in one hour, beyond what is written of it. */
export interface HourOfKey extends HourCounts {
  readonly companyId: string;
  readonly keyId: string;
}

/** Writes these, one row for each: last uses only forward, counts by adding to what is there. */
export async function writeUsage(
  tx: Tx,
  lastUses: readonly LastUse[],
  hours: readonly HourOfKey[],
): Promise<void> {
  await insertAll(tx, forward(tx.dialect), lastUses, (use) => [
    use.companyId,
    use.keyId,
    use.address,
    use.userAgent,
    use.route,
    use.supersededUsedMs,
    use.atMs,
  ]);
  await insertAll(tx, adding(tx.dialect), hours, ({ companyId, keyId, hour, counts }) => [
    companyId,
    keyId,
    hour,
    ...outcomes.map((outcome) => counts[outcome]),
  ]);
}

interface Upsert {
  readonly table: string;
  readonly columns: readonly string[];
  /** What is done where the row is there already. */
  readonly otherwise: string;
}

/** `last_used_at` is set last: MySQL sets one after the other, and what follows would compare with the new time. */
function forward(dialect: Dialect): Upsert {
  const incoming = incomingIn(dialect);
  const isLater = `${incoming('last_used_at')} > last_used_at`;
  const sets = ['address', 'user_agent', 'route', 'last_used_at'].map(
    (column) => `${column} = CASE WHEN ${isLater} THEN ${incoming(column)} ELSE ${column} END`,
  );
  const incomingUse = incoming('superseded_used_at');
  const isNews = `${incomingUse} > COALESCE(superseded_used_at, 0)`;
  const superseded = `superseded_used_at = CASE WHEN ${isNews} THEN ${incomingUse} ELSE superseded_used_at END`;
  return {
    table: 'key_usage',
    columns: ['company_id', 'key_id', 'address', 'user_agent', 'route', 'superseded_used_at', 'last_used_at'],
    otherwise: `${onConflict(dialect, 'company_id, key_id')} ${superseded}, ${sets.join(', ')}`,
  };
}

function adding(dialect: Dialect): Upsert {
  const incoming = incomingIn(dialect);
  const counts = outcomes.map((outcome) => outcome.toLowerCase());
  const sets = counts.map((column) => `${column} = ${column} + ${incoming(column)}`);
  return {
    table: 'key_usage_hours',
    columns: ['company_id', 'key_id', 'hour', ...counts],
    otherwise: `${onConflict(dialect, 'company_id, key_id, hour')} ${sets.join(', ')}`,
  };
}

// MariaDB knows no other word for the incoming row than VALUES(), and MySQL still takes it.
function incomingIn(dialect: Dialect): (column: string) => string {
  return dialect === 'mysql' ? (column) => `VALUES(${column})` : (column) => `excluded.${column}`;
}

function onConflict(dialect: Dialect, key: string): string {
  return dialect === 'mysql' ? 'ON DUPLICATE KEY UPDATE' : `ON CONFLICT (${key}) DO UPDATE SET`;
}

async function insertAll<Row extends { readonly companyId: string; readonly keyId: string }>(
  tx: Tx,
  { table, columns, otherwise }: Upsert,
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly unknown[],
): Promise<void> {
  if (rows.length === 0) return;
  const places = `(${columns.map(() => '?').join(', ')})`;
  const statement = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => places).join(', ')} ${otherwise}`;
  // Always in the same order, so that two instances wait for each other's rows and not in a circle.
  await managerOf(tx).query(statement, rows.toSorted(byKey).flatMap(valuesOf));
}

function byKey(
  one: { companyId: string; keyId: string },
  other: { companyId: string; keyId: string },
): number {
  if (one.companyId !== other.companyId) return one.companyId < other.companyId ? -1 : 1;
  return one.keyId < other.keyId ? -1 : 1;
}
