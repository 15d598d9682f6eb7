import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { eventOf, events } from '../../../libs/events';
import { EventLog } from '../../audit';
import { Background, Clock, dayMs, minuteMs } from '../../platform';
import { type Tx, UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { KeySecretEntity } from '../key-secret.entity';

const everyMs = 10 * minuteMs;
const batchSize = 200;
/** How many days of 24 hours before the end, the nearest first. The migration that computes `notice_due_at` has the same. */
const noticeDays = [1, 7, 30] as const;

/**
 * Writes an event into a company's log 30, 7 and 1 days before one of its keys expires. When the next is due is in the rows: a notice
 * that was due before the secret was made, or before its expiry was moved, is never written, and of several that fell due
 * while no server ran, the last.
 */
@Injectable()
export class ExpiryNotices {
  constructor(
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly clock: Clock,
    background: Background,
  ) {
    background.every(everyMs, () => this.notice(), 'expiry notices could not be written');
  }

  /** Writes every notice that is due. */
  async notice(): Promise<void> {
    let found = batchSize;
    while (found === batchSize) found = await this.batch();
  }

  private batch(): Promise<number> {
    return this.units.run(async (tx) => {
      const now = this.clock.now();
      const due = await managerOf(tx).query<DueRow[]>(dueSecrets, [now.getTime(), batchSize]);
      for (const row of due) if (await settle(row, now, tx)) this.tell(row, now, tx);
      return due.length;
    });
  }

  private tell({ key_id: keyId, company_id: companyId, name, ...row }: DueRow, now: Date, tx: Tx): void {
    const endMs = Number(row.ends);
    const leftMs = endMs - now.getTime();
    const days = noticeDays.find((within) => leftMs <= within * dayMs);
    if (row.revoked_at !== null || leftMs <= 0 || days === undefined) return;
    const facts = { name, expiresAt: new Date(endMs).toISOString(), days };
    this.events.appendAs(tx, systemOf(companyId), eventOf(events.keyExpiring, keyId, facts));
  }
}

interface DueRow {
  readonly id: string;
  readonly key_id: string;
  readonly company_id: string;
  readonly name: string | null;
  readonly noticed_at: number | string | null;
  readonly revoked_at: number | string | null;
  readonly ends: number | string;
}

/** @returns whether this unit did: of several instances that see the same row, one writes the notice. */
async function settle({ id, noticed_at: before }: DueRow, now: Date, tx: Tx): Promise<boolean> {
  const unchanged = { id, noticedAt: before === null ? IsNull() : new Date(Number(before)) };
  const { affected } = await managerOf(tx).update(KeySecretEntity, unchanged, { noticedAt: now });
  return affected === 1;
}

/** Those to which a changed policy has yet to be applied wait for that (`recap.ts`): until then their end is not what it says here. */
const dueSecrets = `
  SELECT s.id, s.key_id, s.company_id, s.noticed_at, k.name, k.revoked_at,
         CASE WHEN s.seen_by IS NOT NULL AND (s.listed_expires_at IS NULL OR s.seen_by < s.listed_expires_at)
              THEN s.seen_by ELSE s.listed_expires_at END AS ends
  FROM key_secrets s
  JOIN api_keys k ON k.company_id = s.company_id AND k.id = s.key_id
  JOIN key_policies p ON p.company_id = k.company_id AND p.kind = k.kind
  WHERE s.notice_due_at <= ? AND s.capped_days = COALESCE(p.max_lifetime_days, 0)
  ORDER BY s.notice_due_at
  LIMIT ?`;

function systemOf(companyId: string) {
  return { companyId, kind: 'system', id: null, name: null } as const;
}
