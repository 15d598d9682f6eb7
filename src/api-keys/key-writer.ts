import { Injectable } from '@nestjs/common';
import { type KeyKind } from '../../libs/permissions';
import { EventLog } from '../events';
import { Clock, Ids } from '../platform';
import { type Tx } from '../platform/database';
import { type KeyPolicy } from '../settings';
import { InjectScoped, noUser, type Principal, ScopedRepository } from '../tenancy';
import { ApiKeyEntity } from './api-key.entity';
import { type NewKey } from './api-keys.schema';
import { foldName } from './key-search';
import { expiryToStore, refuseMissingName, refuseUngrantable } from './key-wishes';
import { SecretMaker } from './secret-maker';

/** A key that is allowed but not yet written. */
export interface KeyDraft {
  readonly id: string;
  readonly kind: KeyKind;
  readonly name: string | null;
  readonly permissions: string[] | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** Turns a wish into a key. */
@Injectable()
export class KeyWriter {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    private readonly secrets: SecretMaker,
    private readonly events: EventLog,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws 422 for what the policy forbids. */
  draft(principal: Principal, wish: NewKey, policy: KeyPolicy): KeyDraft {
    if (principal.user === null) throw noUser();
    const now = this.clock.now();
    const { kind, name = null, permissions = null } = wish;
    refuseMissingName(policy, name);
    refuseUngrantable(kind, permissions);
    const expiresAt = expiryToStore(policy, wish.expiresAt ?? null, { now, issuedAt: now });
    return {
      id: this.ids.next(),
      kind,
      name,
      permissions,
      createdBy: principal.user.id,
      createdAt: now,
      expiresAt,
    };
  }

  /** Writes the key and the event. @returns the secret, for once. */
  async insert(principal: Principal, draft: KeyDraft, policy: KeyPolicy, tx: Tx): Promise<string> {
    const { expiresAt, ...key } = draft;
    await this.keys.of(principal, tx).insert({
      ...key,
      nameFolded: key.name === null ? null : foldName(key.name),
      revokedAt: null,
      revokedReason: null,
      deletedAt: null,
    });
    this.events.append(tx, principal, {
      type: 'key.generated',
      target: { type: 'key', id: key.id },
      data: { kind: key.kind, name: key.name, permissions: key.permissions, expiresAt },
    });
    return this.secrets.make(principal, key.id, policy, expiresAt, tx);
  }
}
