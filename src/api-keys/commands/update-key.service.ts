import { Injectable } from '@nestjs/common';
import { Receipts } from '../../cluster';
import { type Tx, UnitOfWork } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { type ChangedKey, type KeyPatch } from '../api-keys.schema';
import { KeyCommandGuards } from './key-command-guards';
import { KeyEditing } from './key-editing';
import { MachineKeys } from './machine-keys';
import { type KeyRow } from '../key-rows';
import { ListKeysService } from '../lists/list-keys.service';

/** Changes the name, expiry, permissions and limits of keys. */
@Injectable()
export class UpdateKeyService {
  constructor(
    private readonly guards: KeyCommandGuards,
    private readonly editing: KeyEditing,
    private readonly machines: MachineKeys,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
  ) {}

  /**
   * @throws 404, 403 without the right, 409 for a revoked key, 422 for what the policy forbids; for permissions that are added, and for
   * an expired key that works again, 403 where the principal does not hold them. For these, and for looser limits, 403
   * `step-up-required` where making a key asks for one.
   */
  async update(
    principal: Principal,
    id: string,
    patch: KeyPatch,
    stepUpToken: string | null,
  ): Promise<ChangedKey> {
    const { shown, event } = await this.units.run(async (tx) => {
      const key = await this.guards.findOther(principal, 'update', id, tx);
      await this.machines.assertAccountHolds(principal, key, patch.permissions ?? null, tx);
      const change = await this.editing.plan(principal, key, patch, tx);
      if (change.widens) await this.prove(principal, key, stepUpToken, tx);
      const event = await this.editing.carryOut(principal, key, change, tx);
      return { shown: await this.list.actedOn(principal, id, tx), event };
    });
    return { key: shown, revocation: await this.receipts.awaitEffective(event) };
  }

  /** A key that may do more, be used from elsewhere or more often, or works again, is as good as another key. */
  private async prove(principal: Principal, key: KeyRow, token: string | null, tx: Tx): Promise<void> {
    await this.guards.assertPrerequisites(principal, 'generate', key, key.policy, tx);
    await this.guards.proveFor(principal, 'widen', key, token, tx);
  }
}
