import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { eventOf, events } from '../../../libs/events';
import { type CompanyPermissions } from '../../../libs/permissions';
import { type AppendedEvent, EventLog } from '../../audit';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { changesOf, type PatchFields } from '../../platform/http';
import { ProductOffers } from '../../products';
import { type AskedTime } from '../../platform/time-zones';
import { type KeyPolicy } from '../../settings';
import { askedTime, InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { keyRevoked } from '../api-keys.problems';
import { type KeyPatch } from '../api-keys.schema';
import { effectiveExpiry } from '../expiry';
import { ActiveKeyLimit } from './active-key-limit';
import { readable } from '../key-facts';
import { type KeyMetadata } from '../key-metadata';
import { type KeyRow } from '../key-rows';
import { foldName } from '../lists/key-search';
import { KeyWords } from '../lists/key-words';
import { KeySecretEntity } from '../key-secret.entity';
import { assertListed, assertNameGiven, expiryToStore, readKeyPermissions } from './key-input';
import { areLooser } from './looser-limits';
import { PermissionCeiling } from './permission-ceiling';

/** A change of a key that is allowed but not yet written. */
export interface KeyChange {
  readonly before: EditableKey;
  readonly after: EditableKey;
  /** What the keys of the company can hold. */
  readonly all: CompanyPermissions;
  /** Whether the key may do more by it, from more addresses or more often, or works again. */
  readonly widens: boolean;
  /** Another expiry gets a notice of its own. */
  readonly movesExpiry: boolean;
}

/** Changes what can be changed of a key, inside a unit of work. */
@Injectable()
export class KeyEditing {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly words: KeyWords,
    private readonly limit: ActiveKeyLimit,
    private readonly ceiling: PermissionCeiling,
    private readonly offers: ProductOffers,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Merges the patch.
   * @throws 422 for what the policy forbids, 409 for a revoked key, and when an expired key would come back as one too many,
   * 403 `permission-ceiling` for what it adds and the principal does not hold, of an expired key that would come back for all that it may do.
   */
  async plan(principal: Principal, key: KeyRow, patch: KeyPatch, tx: Tx): Promise<KeyChange> {
    const policy = await this.limit.lock(principal, key.kind, tx);
    const all = await this.offers.of(principal, tx);
    const before = editableOf(key);
    const askedOf = (text: string) => askedTime(principal, text, patch.timeZone);
    const fields = this.fieldsOf(key, policy, all, askedOf);
    const after = { ...before, ...changesOf<KeyPatch, EditableKey>(patch, fields) };
    assertNameGiven(policy, after.name);
    if (key.revokedAt !== null) throw keyRevoked();
    assertListed(principal, key, patch.permissions);
    const adds =
      patch.permissions !== undefined && this.ceiling.assertMayAdd(principal, key, all, patch.permissions);
    const returns = this.comesBack(key, after.expiresAt, policy);
    if (returns) await this.assertMayReturn(principal, key, policy, tx);
    const widens = adds || returns || areLooser(after, before);
    return { before, after, all, widens, movesExpiry: patch.expiresAt !== undefined };
  }

  async carryOut(
    principal: Principal,
    { id, kind, ownerId }: KeyRow,
    { before, after, all, movesExpiry }: KeyChange,
    tx: Tx,
  ): Promise<AppendedEvent> {
    const { expiresAt, ...fields } = after;
    const { name, description } = fields;
    await this.keys.of(principal, tx).update({ id }, { ...fields, ...namedAs(name) });
    if (name !== before.name || description !== before.description)
      await this.words.replace(principal, { id, kind, ownerId, name, description }, tx);
    // Whoever moves the expiry knows it: notices begin again with those that are due from now on.
    const life = movesExpiry ? { expiresAt, noticedAt: this.clock.now() } : { expiresAt };
    await this.secrets.of(principal, tx).update({ keyId: id, supersededAt: IsNull() }, life);
    const permissions = before.permissions && all.named(before.permissions);
    return this.events.append(
      tx,
      principal,
      eventOf(events.keyUpdated, id, {
        ...after,
        ...(after.permissions === null ? { permissions: null } : all.logged(after.permissions)),
        before: { name: before.name, expiresAt: before.expiresAt, permissions },
      }),
    );
  }

  private fieldsOf(
    { kind, productCode, secret: { issuedAt } }: KeyRow,
    policy: KeyPolicy,
    all: CompanyPermissions,
    askedOf: (text: string) => AskedTime,
  ) {
    const now = this.clock.now();
    return {
      name: (name) => ({ name }),
      description: (description) => ({ description }),
      metadata: (metadata) => ({ metadata }),
      expiresAt: (text) => {
        const asked = text === null ? null : askedOf(text);
        return { expiresAt: expiryToStore(kind, policy, asked, { now, issuedAt }) };
      },
      // It says where the day of `expiresAt` ends, and is not kept.
      timeZone: () => ({}),
      permissions: (asked) => ({
        permissions: asked && all.store(readKeyPermissions(all, kind, productCode, asked)),
      }),
      allowedAddresses: (allowedAddresses) => ({ allowedAddresses }),
      rateLimits: (rateLimits) => ({ rateLimits }),
      quota: (quota) => ({ quota }),
    } satisfies PatchFields<KeyPatch, Partial<EditableKey>>;
  }

  /** An expired key that works again is as good as a new one. */
  private async assertMayReturn(principal: Principal, key: KeyRow, policy: KeyPolicy, tx: Tx): Promise<void> {
    await this.ceiling.assertCovers(principal, key, tx);
    await this.limit.assertRoom(principal, key, policy, tx);
  }

  private comesBack({ secret }: KeyRow, expiresAt: Date | null, policy: KeyPolicy): boolean {
    const now = this.clock.now();
    const { issuedAt, seenBy } = secret;
    const isOver = (stored: Date | null): boolean => {
      const end = effectiveExpiry({ issuedAt, expiresAt: stored, seenBy }, policy.maxLifetimeDays);
      return end !== null && end <= now;
    };
    return isOver(secret.expiresAt) && !isOver(expiresAt);
  }
}

function namedAs(name: string | null): Pick<ApiKeyEntity, 'name' | 'nameFolded'> {
  return { name, nameFolded: name === null ? null : foldName(name) };
}

/** What can be changed of a key. */
interface EditableKey extends Pick<
  KeyRow,
  'name' | 'description' | 'permissions' | 'allowedAddresses' | 'rateLimits' | 'quota'
> {
  readonly metadata: KeyMetadata | null;
  readonly expiresAt: Date | null;
}

function editableOf(key: KeyRow): EditableKey {
  const { name, description, permissions, allowedAddresses, rateLimits, quota } = key;
  const [metadata, { expiresAt }] = [readable(key.metadata), key.secret];
  return { name, description, metadata, expiresAt, permissions, allowedAddresses, rateLimits, quota };
}
