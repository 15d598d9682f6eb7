import { Injectable } from '@nestjs/common';
import { events } from '../../../libs/events';
import { type AppendedEvent } from '../../audit';
import { Receipts } from '../../cluster';
import { type Tx, UnitOfWork } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { type ChangedKey, type EnabledKey } from '../api-keys.schema';
import { type KeyRow } from '../key-rows';
import { ListKeysService } from '../lists/list-keys.service';
import { KeyCommandGuards } from './key-command-guards';
import { KeySwitch } from './key-switch';

/** Disables keys, and enables them again. Doing it again is no error and changes nothing. */
@Injectable()
export class DisableKeyService {
  constructor(
    private readonly guards: KeyCommandGuards,
    private readonly keys: KeySwitch,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
  ) {}

  /** Refuses both secrets of the key from the next request on. @throws 404, 403 without the right, 409 for a revoked key. */
  async disable(principal: Principal, id: string): Promise<ChangedKey> {
    const { shown, event } = await this.units.run(
      async (tx) => {
        const key = await this.guards.find(principal, 'update', id, tx);
        this.keys.assertCanBeDisabled(key);
        const event =
          key.disabledAt === null
            ? await this.keys.disable(principal, key, tx)
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
      const key = await this.guards.find(principal, 'update', id, tx);
      await this.keys.assertCanBeEnabled(principal, key, tx);
      const event = key.disabledAt === null ? null : await this.allow(principal, key, stepUpToken, tx);
      return { shown: await this.list.actedOn(principal, id, tx), event };
    });
    return event === null
      ? { key: shown }
      : { key: shown, revocation: await this.receipts.awaitEffective(event) };
  }

  private async allow(
    principal: Principal,
    key: KeyRow,
    token: string | null,
    tx: Tx,
  ): Promise<AppendedEvent> {
    await this.guards.proveFor(principal, 'enable', key, token, tx);
    return this.keys.enable(principal, key, tx);
  }
}
