import { Injectable } from '@nestjs/common';
import { Clock } from '../platform';
import { type Principal } from '../tenancy';
import { LastUsed } from '../usage';
import { UserDirectory } from '../users';
import { type KeyView } from './api-keys.schema';
import { effectiveExpiry } from './expiry';
import { permissionsOfKey } from './key-rights';
import { type KeyRow } from './key-rows';
import { isExpiringSoon, type KeyFacts, statusOf } from './key-status';

/** Shows keys, without their secrets. */
@Injectable()
export class KeyViews {
  constructor(
    private readonly users: UserDirectory,
    private readonly lastUsed: LastUsed,
    private readonly clock: Clock,
  ) {}

  async one(principal: Principal, row: KeyRow): Promise<KeyView> {
    const show = await this.shower(principal, [row]);
    return show(row);
  }

  /** @returns what shows each of these rows, after all their makers and last uses were looked up at once. */
  async shower(principal: Principal, rows: readonly KeyRow[]): Promise<(row: KeyRow) => KeyView> {
    const makers = await this.users.named(principal, [...new Set(rows.map((row) => row.createdBy))]);
    const used = await this.lastUsed.of(
      principal,
      rows.map((row) => row.id),
    );
    const now = this.clock.now();
    return (row) => ({
      ...stateOf(row, factsOf(principal, row), now),
      createdBy: makers.get(row.createdBy) ?? { id: row.createdBy, username: '', active: false },
      lastUsedAt: toText(used.get(row.id) ?? null),
    });
  }
}

/** What `key-status.ts` judges a key in a list by. */
export function factsOf(principal: Principal, row: KeyRow): KeyFacts {
  return {
    companySuspended: principal.company?.suspended ?? false,
    revokedAt: row.revokedAt,
    endsAt: row.secret.endsAt,
    expiresAt: effectiveExpiry(row.secret, row.policy.maxLifetimeDays),
    kindEnabled: row.policy.enabled,
  };
}

function stateOf(row: KeyRow, facts: KeyFacts, now: Date): Omit<KeyView, 'createdBy' | 'lastUsedAt'> {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    status: statusOf(facts, now),
    expiringSoon: isExpiringSoon(facts, now),
    start: row.secret.start,
    last4: row.secret.last4,
    createdAt: row.createdAt.toISOString(),
    expiresAt: toText(facts.expiresAt),
    permissions: [...permissionsOfKey(row.kind, row.permissions)],
    recoverable: isRecoverable(row),
    revokedAt: toText(row.revokedAt),
    deletedAt: toText(row.deletedAt),
  };
}

/** Whether the key can be shown again: it was sealed for that, the policy still allows it, and nobody revoked it. */
export function isRecoverable(row: KeyRow): boolean {
  return row.secret.wrappedKey !== null && row.policy.visibility === 'recoverable' && row.revokedAt === null;
}

function toText(time: Date | null): string | null {
  return time === null ? null : time.toISOString();
}
