import { Injectable } from '@nestjs/common';
import { Receipts } from '../../cluster';
import { UnitOfWork } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { type ChangedKey, type KeyPatch } from '../api-keys.schema';
import { KeyCommandGuards } from './key-command-guards';
import { KeyEditing } from './key-editing';
import { ListKeysService } from '../lists/list-keys.service';

/** Renames keys and moves their expiry. */
@Injectable()
export class UpdateKeyService {
  constructor(
    private readonly guards: KeyCommandGuards,
    private readonly editing: KeyEditing,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
  ) {}

  /** @throws 404, 403 without the right, 409 for a revoked key, 422 for what the policy forbids. */
  async update(principal: Principal, id: string, patch: KeyPatch): Promise<ChangedKey> {
    const { shown, event } = await this.units.run(async (tx) => {
      const key = await this.guards.find(principal, 'update', id, tx);
      const event = await this.editing.apply(principal, key, patch, tx);
      return { shown: await this.list.actedOn(principal, id, tx), event };
    });
    return { key: shown, revocation: await this.receipts.awaitEffective(event) };
  }
}
