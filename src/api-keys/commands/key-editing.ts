import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { eventOf, events } from '../../../libs/events';
import { type AppendedEvent, EventLog } from '../../audit';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { changesOf, type PatchFields } from '../../platform/http';
import { type KeyPolicy } from '../../settings';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { keyRevoked } from '../api-keys.problems';
import { type KeyPatch } from '../api-keys.schema';
import { effectiveExpiry } from '../expiry';
import { ActiveKeyLimit } from './active-key-limit';
import { type KeyRow } from '../key-rows';
import { foldName } from '../lists/key-search';
import { KeyWords } from '../lists/key-words';
import { KeySecretEntity } from '../key-secret.entity';
import { expiryToStore, assertNameGiven } from './key-input';

/** Changes what can be changed of a key, inside a unit of work. */
@Injectable()
export class KeyEditing {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly words: KeyWords,
    private readonly limit: ActiveKeyLimit,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Merges the patch. @throws 422 for what the policy forbids, 409 for a revoked key, and when an expired key would come back as one too many. */
  async apply(principal: Principal, key: KeyRow, patch: KeyPatch, tx: Tx): Promise<AppendedEvent> {
    const policy = await this.limit.lock(principal, key.kind, tx);
    const before = editableOf(key);
    const after = { ...before, ...changesOf<KeyPatch, EditableKey>(patch, this.fieldsOf(key, policy)) };
    const { name, expiresAt, ...limits } = after;
    assertNameGiven(policy, name);
    if (key.revokedAt !== null) throw keyRevoked();
    if (this.comesBack(key, expiresAt, policy)) await this.limit.assertRoom(principal, key, policy, tx);
    await this.keys.of(principal, tx).update({ id: key.id }, { ...namedAs(name), ...limits });
    if (name !== before.name) await this.words.replace(principal, { id: key.id, kind: key.kind, name }, tx);
    // Another expiry gets a notice of its own.
    const life = patch.expiresAt === undefined ? { expiresAt } : { expiresAt, noticedAt: null };
    await this.secrets.of(principal, tx).update({ keyId: key.id, supersededAt: IsNull() }, life);
    return this.events.append(
      tx,
      principal,
      eventOf(events.keyUpdated, key.id, {
        ...after,
        before: { name: before.name, expiresAt: before.expiresAt },
      }),
    );
  }

  private fieldsOf({ kind, secret: { issuedAt } }: KeyRow, policy: KeyPolicy) {
    const now = this.clock.now();
    return {
      name: (name) => ({ name }),
      expiresAt: (asked) => ({ expiresAt: expiryToStore(kind, policy, asked, { now, issuedAt }) }),
      allowedAddresses: (allowedAddresses) => ({ allowedAddresses }),
      rateLimits: (rateLimits) => ({ rateLimits }),
      quota: (quota) => ({ quota }),
    } satisfies PatchFields<KeyPatch, Partial<EditableKey>>;
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

function namedAs(name: string | null): Pick<ApiKeyEntity, 'name' | 'nameFolded'> {
  return { name, nameFolded: name === null ? null : foldName(name) };
}

/** What can be changed of a key. */
interface EditableKey extends Pick<KeyRow, 'name' | 'allowedAddresses' | 'rateLimits' | 'quota'> {
  readonly expiresAt: Date | null;
}

function editableOf(key: KeyRow): EditableKey {
  const { name, allowedAddresses, rateLimits, quota, secret } = key;
  return { name, allowedAddresses, rateLimits, quota, expiresAt: secret.expiresAt };
}
