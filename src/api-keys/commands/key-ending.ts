import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { eventOf, events } from '../../../libs/events';
import { type AppendedEvent, EventLog } from '../../audit';
import { Clock } from '../../platform';
import { after, type Tx } from '../../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { isMomentOrNone } from '../key-facts';
import { kindOf } from '../key-kind';
import { type FoundKeyRow, type KeyRow } from '../key-rows';
import { KeySecretEntity } from '../key-secret.entity';

/** Ends keys, inside a unit of work. Each of these is done once, however often it is asked for. */
@Injectable()
export class KeyEnding {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Permanent: it also destroys the data key, so a sealed secret cannot be opened. Null when it was revoked meanwhile. */
  async revoke(
    principal: Principal,
    key: FoundKeyRow,
    reason: string | null,
    tx: Tx,
  ): Promise<AppendedEvent | null> {
    const revokedAt = this.clock.now();
    // The key is locked: what was read of it still holds.
    const unended = key.revokedAt === null || isRevoked(key) ? { revokedAt: IsNull() } : {};
    const ended = await this.keys
      .of(principal, tx)
      .update({ id: key.id, ...unended }, { revokedAt, revokedReason: reason });
    if (ended === 0) return null;
    await this.secrets.of(principal, tx).update({ keyId: key.id }, { wrappedKey: null });
    const data = { kind: kindOf(key), name: key.name, reason };
    return this.events.append(tx, principal, eventOf(events.keyRevoked, key.id, data));
  }

  /** The superseded secret that would still work, were it not for its expiry or policy; null when there is nothing to end. */
  async overlapping(principal: Principal, key: KeyRow, tx: Tx): Promise<KeySecretEntity | null> {
    if (key.revokedAt !== null) return null;
    return this.secrets.of(principal, tx).findOne({ keyId: key.id, endsAt: after(this.clock.now()) });
  }

  /** Ends that secret now. The key and its newest secret stay as they are. */
  async endOverlap(
    principal: Principal,
    key: KeyRow,
    { id, start, last4, endsAt }: KeySecretEntity,
    tx: Tx,
  ): Promise<AppendedEvent> {
    await this.secrets.of(principal, tx).update({ id }, { endsAt: this.clock.now() });
    return this.events.append(
      tx,
      principal,
      eventOf(events.keyOverlapEnded, key.id, { kind: key.kind, name: key.name, start, last4, endsAt }),
    );
  }

  /** Takes the key out of lists. */
  async hide(principal: Principal, key: FoundKeyRow, tx: Tx): Promise<void> {
    const deletedAt = this.clock.now();
    const isReadable = isMomentOrNone(key.deletedAt);
    const hidden = await this.keys
      .of(principal, tx)
      .update({ id: key.id, ...(isReadable ? { deletedAt: IsNull() } : {}) }, { deletedAt });
    if (hidden === 0) return;
    const data = { kind: kindOf(key), name: key.name };
    this.events.append(tx, principal, eventOf(events.keyDeleted, key.id, data));
  }
}

/** A time that cannot be read is none at which a key was revoked: that key is still to be ended. */
export function isRevoked({ revokedAt }: Pick<FoundKeyRow, 'revokedAt'>): boolean {
  return revokedAt !== null && isMomentOrNone(revokedAt);
}
