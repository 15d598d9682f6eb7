import { Injectable } from '@nestjs/common';
import { type EventKind, eventOf, events } from '../../../libs/events';
import { type AppendedEvent, EventLog } from '../../audit';
import { Receipts } from '../../cluster';
import { Clock } from '../../platform';
import { type Tx, UnitOfWork } from '../../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { keyExpired, keyRevoked } from '../api-keys.problems';
import { type ChangedKey, type EnabledKey } from '../api-keys.schema';
import { factsOf } from '../key-facts';
import { type KeyRow } from '../key-rows';
import { standingOf } from '../key-status';
import { ListKeysService } from '../lists/list-keys.service';
import { KeyCommandGuards } from './key-command-guards';
import { PermissionCeiling } from './permission-ceiling';

/** Disables keys, and enables them again. Doing it again is no error and changes nothing. */
@Injectable()
export class DisableKeyService {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    private readonly guards: KeyCommandGuards,
    private readonly ceiling: PermissionCeiling,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Refuses both secrets of the key from the next request on. @throws 404, 403 without the right, 409 for a revoked key. */
  async disable(principal: Principal, id: string): Promise<ChangedKey> {
    const { shown, event } = await this.units.run(
      async (tx) => {
        const key = await this.find(principal, id, tx);
        const event =
          key.disabledAt === null
            ? await this.write(principal, key, this.clock.now(), tx)
            : await this.receipts.earlier(principal, [{ kind: events.keyDisabled, targetId: id }], tx);
        return { shown: await this.list.actedOn(principal, id, tx), event };
      },
      { ends: true },
    );
    return { key: shown, revocation: await this.receipts.awaitEffective(event) };
  }

  /**
   * Accepts the key again.
   * @throws as `disable`, 409 for an expired key, 403 `permission-ceiling` without all that the key may do, 403 `step-up-required` where
   * making a key asks for one.
   */
  async enable(principal: Principal, id: string, stepUpToken: string | null): Promise<EnabledKey> {
    const { shown, event } = await this.units.run(async (tx) => {
      const key = await this.find(principal, id, tx);
      if (standingOf(factsOf(key), this.clock.now()) === 'EXPIRED') throw keyExpired();
      const event = key.disabledAt === null ? null : await this.allow(principal, key, stepUpToken, tx);
      return { shown: await this.list.actedOn(principal, id, tx), event };
    });
    return event === null
      ? { key: shown }
      : { key: shown, revocation: await this.receipts.awaitEffective(event) };
  }

  private async find(principal: Principal, id: string, tx: Tx): Promise<KeyRow> {
    const key = await this.guards.find(principal, 'update', id, tx);
    if (key.revokedAt !== null) throw keyRevoked();
    return key;
  }

  private async allow(
    principal: Principal,
    key: KeyRow,
    token: string | null,
    tx: Tx,
  ): Promise<AppendedEvent> {
    await this.ceiling.assertCovers(principal, key, tx);
    await this.guards.assertPrerequisites(principal, 'generate', key, key.policy, tx);
    await this.guards.proveFor(principal, 'enable', key, token, tx);
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
