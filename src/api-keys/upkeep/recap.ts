import { Injectable } from '@nestjs/common';
import { Background, secondMs } from '../../platform';
import { Reader, UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';

const everyMs = 10 * secondMs;
const batchSize = 500;
/** Half a million keys take about four minutes, and a shutdown waits two seconds at most. */
const batchesPerTurn = 40;

/**
 * Applies the maximum lifetime of policies to what lists of keys are sorted by: after a policy has changed, and to secrets that a former
 * version wrote. What is due is in the rows themselves; how far a policy has come is remembered, and begun again after a restart.
 */
@Injectable()
export class Recap {
  private readonly progress = new Map<string, Progress>();

  constructor(
    private readonly reader: Reader,
    private readonly units: UnitOfWork,
    background: Background,
  ) {
    background.every(everyMs, () => this.turn(), 'the order of keys by expiry could not be renewed');
  }

  /** Goes on for so many batches, or until nothing is due. */
  async turn(batches = batchesPerTurn): Promise<void> {
    let left = batches;
    while (left > 0 && (await this.unwritten())) left -= 1;
    while (left > 0 && (await this.policy())) left -= 1;
  }

  /** The maximum for some secrets that have none. @returns whether there were any. */
  private async unwritten(): Promise<boolean> {
    const due = await managerOf(this.reader).query<{ id: string }[]>(
      'SELECT id FROM key_secrets WHERE capped_days IS NULL AND superseded_at IS NULL LIMIT ?',
      [batchSize],
    );
    const ids = due.map(({ id }) => id);
    if (due.length > 0) await this.units.run((tx) => managerOf(tx).query(writeMaxima(ids), ids));
    return due.length > 0;
  }

  /** Some keys of a policy that was changed. @returns whether there was one. */
  private async policy(): Promise<boolean> {
    const [due] = await managerOf(this.reader).query<DuePolicy[]>(duePolicy);
    if (due === undefined) return false;
    const { company_id: companyId, kind } = due;
    const [days, name] = [daysIn(due), `${companyId} ${kind}`];
    const before = this.progress.get(name);
    const after = before?.days === days ? before.after : '';
    const keys = await managerOf(this.reader).query<FoundKey[]>(nextKeys, [companyId, after, batchSize]);
    const ofKind = keys.filter((key) => key.kind === kind);
    if (ofKind.length > 0) await this.apply(companyId, days, ofKind);
    const last = keys.at(-1);
    if (last !== undefined && keys.length === batchSize) this.progress.set(name, { days, after: last.id });
    else await this.finish(due, name);
    return true;
  }

  private async apply(companyId: string, days: number, keys: readonly FoundKey[]): Promise<void> {
    const statement = `UPDATE key_secrets SET capped_days = ?
      WHERE company_id = ? AND key_id IN (${placesFor(keys)}) AND superseded_at IS NULL AND capped_days <> ?`;
    const ids = keys.map(({ id }) => id);
    await this.units.run((tx) => managerOf(tx).query(statement, [days, companyId, ...ids, days]));
  }

  /** Unless it was changed meanwhile: then it is due again. */
  private async finish({ company_id: companyId, kind, days }: DuePolicy, name: string): Promise<void> {
    this.progress.delete(name);
    await this.units.run((tx) =>
      managerOf(tx).query(
        `UPDATE key_policies SET recapped_days = ?
         WHERE company_id = ? AND kind = ? AND COALESCE(max_lifetime_days, 0) = ?`,
        [days, companyId, kind, days],
      ),
    );
  }
}

interface Progress {
  readonly days: number;
  /** The last key that was looked at. */
  readonly after: string;
}

interface DuePolicy {
  readonly company_id: string;
  readonly kind: string;
  /** As it is stored: SQLite stores any value in any column. */
  readonly days: number | string;
}

interface FoundKey {
  readonly id: string;
  readonly kind: string;
}

/** Keys of a policy that cannot be read are closed, wherever they stand; only what is no number must not be due for good. */
function daysIn({ days }: DuePolicy): number {
  return Number.isInteger(Number(days)) ? Number(days) : 0;
}

/** One statement: nobody changes a policy between its reading and the writing. */
function writeMaxima(ids: readonly string[]): string {
  return `UPDATE key_secrets SET capped_days = COALESCE((
      SELECT p.max_lifetime_days FROM api_keys k
      JOIN key_policies p ON p.company_id = k.company_id AND p.kind = k.kind
      WHERE k.company_id = key_secrets.company_id AND k.id = key_secrets.key_id), 0)
    WHERE capped_days IS NULL AND id IN (${placesFor(ids)})`;
}

const duePolicy = `
  SELECT company_id, kind, COALESCE(max_lifetime_days, 0) AS days FROM key_policies WHERE recap_due = 1 LIMIT 1`;

/** Of all kinds, for an index has them in this order. */
const nextKeys = 'SELECT id, kind FROM api_keys WHERE company_id = ? AND id > ? ORDER BY id LIMIT ?';

function placesFor(rows: readonly unknown[]): string {
  return rows.map(() => '?').join(', ');
}
