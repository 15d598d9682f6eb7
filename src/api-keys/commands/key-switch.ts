import { Injectable } from '@nestjs/common';
import { type EventKind, eventOf, events } from '../../../libs/events';
import { type AppendedEvent, EventLog } from '../../audit';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { keyExpired, keyRevoked } from '../api-keys.problems';
import { factsOf } from '../key-facts';
import { type KeyRow } from '../key-rows';
import { standingOf } from '../key-status';
import { KeyCommandGuards } from './key-command-guards';
import { PermissionCeiling } from './permission-ceiling';

/** Disables and enables keys, inside a unit of work. */
@Injectable()
export class KeySwitch {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    private readonly guards: KeyCommandGuards,
    private readonly ceiling: PermissionCeiling,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @throws 409 for a revoked key. */
  assertCanBeDisabled(key: KeyRow): void {
    if (key.revokedAt !== null) throw keyRevoked();
  }

  /** @throws 409 for a revoked or an expired key; where it is disabled, 403 `permission-ceiling` without all that the key may do. */
  async assertCanBeEnabled(principal: Principal, key: KeyRow, tx: Tx): Promise<void> {
    this.assertCanBeDisabled(key);
    if (standingOf(factsOf(key), this.clock.now()) === 'EXPIRED') throw keyExpired();
    if (key.disabledAt === null) return;
    await this.ceiling.assertCovers(principal, key, tx);
    await this.guards.assertPrerequisites(principal, 'generate', key, key.policy, tx);
  }

  disable(principal: Principal, key: KeyRow, tx: Tx): Promise<AppendedEvent> {
    return this.write(principal, key, this.clock.now(), tx);
  }

  enable(principal: Principal, key: KeyRow, tx: Tx): Promise<AppendedEvent> {
    return this.write(principal, key, null, tx);
  }

  private async write(
    principal: Principal,
    { id, kind, name }: KeyRow,
    disabledAt: Date | null,
    tx: Tx,
  ): Promise<AppendedEvent> {
    await this.keys.of(principal, tx).update({ id }, { disabledAt });
    const what: EventKind = disabledAt === null ? events.keyEnabled : events.keyDisabled;
    return this.events.append(tx, principal, eventOf(what, id, { kind, name }));
  }
}
