import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { eventOf, events } from '../../../libs/events';
import { EventLog } from '../../audit';
import { Background, Clock, dayMs, minuteMs } from '../../platform';
import { UnitOfWork } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { KeySecretEntity } from '../key-secret.entity';

const everyMs = 10 * minuteMs;
const noticeMs = 14 * dayMs;
const batchSize = 200;

/** Writes an event into a company's log fourteen days before one of its keys expires, once for each secret. */
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

  /** Notices every key that will expire within fourteen days and was not noticed before. */
  async notice(): Promise<void> {
    let noticed = batchSize;
    while (noticed === batchSize) noticed = await this.batch();
  }

  private batch(): Promise<number> {
    return this.units.run(async (tx) => {
      const now = this.clock.now();
      const manager = managerOf(tx);
      const due = await manager.query<DueRow[]>(dueSecrets, [
        now.getTime(),
        now.getTime() + noticeMs,
        batchSize,
      ]);
      for (const { id, key_id: keyId, company_id: companyId, name, ends } of due) {
        // Of several instances that see the same row, one writes the notice.
        const unnoticed = { id, noticedAt: IsNull() };
        const { affected } = await manager.update(KeySecretEntity, unnoticed, { noticedAt: now });
        if (affected !== 1) continue;
        const expiresAt = new Date(Number(ends)).toISOString();
        this.events.appendAs(
          tx,
          systemOf(companyId),
          eventOf(events.keyExpiring, keyId, { name, expiresAt }),
        );
      }
      return due.length;
    });
  }
}

interface DueRow {
  readonly id: string;
  readonly key_id: string;
  readonly company_id: string;
  readonly name: string | null;
  readonly ends: number | string;
}

/** The effective expiry of `expiry.ts` in SQL: the earliest of what is stored, what the policy allows, and the end of a secret that nobody uses. */
const dueSecrets = `
  SELECT id, key_id, company_id, name, ends FROM (
    SELECT id, key_id, company_id, name,
           CASE WHEN seen_by IS NOT NULL AND (ends_at_last IS NULL OR seen_by < ends_at_last) THEN seen_by ELSE ends_at_last END AS ends
    FROM (SELECT s.id, s.key_id, s.company_id, s.seen_by, k.name,
           CASE WHEN p.max_lifetime_days IS NULL THEN s.expires_at
                WHEN s.expires_at IS NULL OR s.expires_at > s.issued_at + p.max_lifetime_days * ${dayMs}
                  THEN s.issued_at + p.max_lifetime_days * ${dayMs}
                ELSE s.expires_at END AS ends_at_last
    FROM key_secrets s
    JOIN api_keys k ON k.company_id = s.company_id AND k.id = s.key_id
    JOIN key_policies p ON p.company_id = k.company_id AND p.kind = k.kind
    WHERE s.noticed_at IS NULL AND s.superseded_at IS NULL AND k.revoked_at IS NULL) lives
  ) living
  WHERE ends > ? AND ends <= ?
  LIMIT ?`;

function systemOf(companyId: string) {
  return { companyId, kind: 'system', id: null, name: null } as const;
}
