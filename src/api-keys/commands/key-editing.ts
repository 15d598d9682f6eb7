import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { eventOf, events } from '../../../libs/events';
import { type AppendedEvent, EventLog } from '../../audit';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { type KeyPolicy } from '../../settings';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { keyRevoked } from '../api-keys.problems';
import { type KeyPatch } from '../api-keys.schema';
import { effectiveExpiry } from '../expiry';
import { KeyAllowance } from './active-key-limit';
import { type KeyRow } from '../key-rows';
import { foldName } from '../lists/key-search';
import { KeySecretEntity } from '../key-secret.entity';
import { expiryToStore, refuseMissingName } from './key-input';

/** Changes what can be changed of a key, inside a unit of work. */
@Injectable()
export class KeyEditing {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly allowance: KeyAllowance,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Merges the patch. @throws 422 for what the policy forbids, 409 for a revoked key, and when an expired key would come back as one too many. */
  async apply(principal: Principal, key: KeyRow, patch: KeyPatch, tx: Tx): Promise<AppendedEvent> {
    const policy = await this.allowance.lock(principal, key.kind, tx);
    const name = patch.name === undefined ? key.name : patch.name;
    refuseMissingName(policy, name);
    const expiresAt = this.expiryAfter(key, patch, policy);
    if (key.revokedAt !== null) throw keyRevoked();
    if (this.comesBack(key, expiresAt, policy))
      await this.allowance.refuseOneMore(principal, key, policy, tx);
    const nameFolded = name === null ? null : foldName(name);
    const limits = limitsAfter(key, patch);
    await this.keys.of(principal, tx).update({ id: key.id }, { name, nameFolded, ...limits });
    // Another expiry will be noticed anew.
    const life = patch.expiresAt === undefined ? { expiresAt } : { expiresAt, noticedAt: null };
    await this.secrets.of(principal, tx).update({ keyId: key.id, supersededAt: IsNull() }, life);
    return this.events.append(
      tx,
      principal,
      eventOf(events.keyUpdated, key.id, {
        name,
        expiresAt,
        ...limits,
        before: { name: key.name, expiresAt: key.secret.expiresAt },
      }),
    );
  }

  private expiryAfter(key: KeyRow, patch: KeyPatch, policy: KeyPolicy): Date | null {
    if (patch.expiresAt === undefined) return key.secret.expiresAt;
    return expiryToStore(key.kind, policy, patch.expiresAt, {
      now: this.clock.now(),
      issuedAt: key.secret.issuedAt,
    });
  }

  private comesBack(key: KeyRow, expiresAt: Date | null, policy: KeyPolicy): boolean {
    const now = this.clock.now();
    const isOver = (stored: Date | null): boolean => {
      const end = effectiveExpiry(
        { issuedAt: key.secret.issuedAt, expiresAt: stored },
        policy.maxLifetimeDays,
      );
      return end !== null && end <= now;
    };
    return isOver(key.secret.expiresAt) && !isOver(expiresAt);
  }
}

function limitsAfter(
  key: KeyRow,
  patch: KeyPatch,
): Pick<ApiKeyEntity, 'allowedAddresses' | 'rateLimits' | 'quota'> {
  const { allowedAddresses = key.allowedAddresses, rateLimits = key.rateLimits, quota = key.quota } = patch;
  return { allowedAddresses, rateLimits, quota };
}
