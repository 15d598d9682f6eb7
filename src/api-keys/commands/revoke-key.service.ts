import { Injectable } from '@nestjs/common';
import { type AppendedEvent } from '../../audit';
import { Receipts } from '../../cluster';
import { type Tx, UnitOfWork } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { type ChangedKey, type EndedOverlap } from '../api-keys.schema';
import { endsOf } from './ends-of-key';
import { KeyCommandGuards } from './key-command-guards';
import { isRevoked, KeyEnding } from './key-ending';
import { type FoundKeyRow } from '../key-rows';
import { ListKeysService } from '../lists/list-keys.service';

/** Revokes and deletes keys, and ends the old secrets of keys that go on. Doing it again is no error and changes nothing. */
@Injectable()
export class RevokeKeyService {
  constructor(
    private readonly guards: KeyCommandGuards,
    private readonly ending: KeyEnding,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
  ) {}

  /** Revokes the key permanently, from the next request on. @throws 404, 403 without the right, 403 `step-up-required`. */
  revoke(
    principal: Principal,
    id: string,
    reason: string | null,
    stepUpToken: string | null,
  ): Promise<ChangedKey> {
    return this.end(principal, id, stepUpToken, (key, tx) => this.ending.revoke(principal, key, reason, tx));
  }

  /** Revokes the key and takes it out of lists. */
  remove(principal: Principal, id: string, stepUpToken: string | null): Promise<ChangedKey> {
    return this.end(principal, id, stepUpToken, async (key, tx) => {
      const event = await this.ending.revoke(principal, key, null, tx);
      await this.ending.hide(principal, key, tx);
      return event;
    });
  }

  /** Refuses the superseded secret from the next request on. The newest goes on, and so does the key. @throws as `revoke`. */
  async endOverlap(principal: Principal, id: string, stepUpToken: string | null): Promise<EndedOverlap> {
    const { shown, event } = await this.units.run(
      async (tx) => {
        const key = await this.guards.find(principal, 'revoke', id, tx);
        const overlapping = await this.ending.overlapping(principal, key, tx);
        // As with a key that is revoked already: nothing is left to end, and no proof is spent.
        if (overlapping === null) return { shown: await this.list.actedOn(principal, id, tx), event: null };
        await this.prove(principal, key, stepUpToken, tx);
        const event = await this.ending.endOverlap(principal, key, overlapping, tx);
        return { shown: await this.list.actedOn(principal, id, tx), event };
      },
      { ends: true },
    );
    if (event === null) return { key: shown };
    return { key: shown, revocation: await this.receipts.awaitEffective(event) };
  }

  private async end(
    principal: Principal,
    id: string,
    stepUpToken: string | null,
    work: (key: FoundKeyRow, tx: Tx) => Promise<AppendedEvent | null>,
  ): Promise<ChangedKey> {
    const { shown, event } = await this.units.run(
      async (tx) => {
        const key = await this.guards.findAny(principal, 'revoke', id, tx);
        // What is revoked already stays so without another proof, and its token stays unspent.
        if (!isRevoked(key)) await this.prove(principal, key, stepUpToken, tx);
        const done = await work(key, tx);
        const event = done ?? (await this.receipts.earlier(principal, endsOf(key), tx));
        return { shown: await this.list.actedOn(principal, id, tx), event };
      },
      { ends: true },
    );
    return { key: shown, revocation: await this.receipts.awaitEffective(event) };
  }

  private async prove(principal: Principal, key: FoundKeyRow, token: string | null, tx: Tx): Promise<void> {
    await this.guards.assertPrerequisites(principal, 'revoke', { productCode: null }, key.policy, tx);
    await this.guards.proveFor(principal, 'revoke', key, token, tx);
  }
}
