import { Injectable } from '@nestjs/common';
import { fieldFault } from '../../../libs/problems';
import { type AppendedEvent } from '../../audit';
import { Receipts } from '../../cluster';
import { type Tx, UnitOfWork } from '../../platform/database';
import { invalidField } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { type ChangedKey, type EndedOverlap } from '../api-keys.schema';
import { kindOf } from '../key-kind';
import { kindsAllowing } from '../key-rights';
import { type FoundKeyRow } from '../key-rows';
import { ListKeysService } from '../lists/list-keys.service';
import { type RevokeBody, type RevokedKey } from '../revoke-key.schema';
import { type MadeKeys, MadeWith } from '../lists/made-with';
import { endsOf } from './ends-of-key';
import { KeyCommandGuards } from './key-command-guards';
import { isRevoked, KeyEnding } from './key-ending';

type RevokeInput = NonNullable<RevokeBody>;

/** Revokes and deletes keys, and ends the old secrets of keys that go on. Doing it again is no error and changes nothing. */
@Injectable()
export class RevokeKeyService {
  constructor(
    private readonly guards: KeyCommandGuards,
    private readonly ending: KeyEnding,
    private readonly made: MadeWith,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
  ) {}

  /**
   * Revokes the key permanently, from the next request on; with `made`, a machine key and what was made with it, as far as the principal
   * may revoke that. One step-up is for all of them, of the strictest factor that a policy of theirs asks for.
   * @throws 404, 403 without the right, 403 `step-up-required`; 422 for `made` of another kind.
   */
  async revoke(
    principal: Principal,
    id: string,
    input: RevokeInput,
    stepUpToken: string | null,
  ): Promise<RevokedKey> {
    const { event, ...shown } = await this.units.run(
      async (tx) => {
        const key = await this.guards.findAny(principal, 'revoke', id, tx);
        const made = await this.madeWith(principal, key, input.made ?? false, tx);
        const event = await this.revokeAll(principal, [key, ...made.ended], input, stepUpToken, tx);
        return { ...(await this.shown(principal, key, made.found, tx)), event };
      },
      { ends: true },
    );
    return { ...shown, revocation: await this.receipts.awaitEffective(event) };
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

  /** What was made with the key, and those of it that end with the key. */
  private async madeWith(
    principal: Principal,
    key: FoundKeyRow,
    ends: boolean,
    tx: Tx,
  ): Promise<{ found: MadeKeys | null; ended: FoundKeyRow[] }> {
    if (kindOf(key) !== 'machine') {
      if (ends) throw invalidField('/made', fieldFault('not-allowed', {}, 'Only machine keys make keys.'));
      return { found: null, ended: [] };
    }
    const readable = kindsAllowing(principal, 'read');
    const kinds = ends
      ? kindsAllowing(principal, 'revoke').filter((kind) => readable.includes(kind))
      : readable;
    const found = await this.made.keys(principal, key.id, kinds, tx);
    if (!ends || found.ids.length === 0) return { found, ended: [] };
    const keyOf = await this.guards.findSeveral(principal, 'revoke', found.ids, tx);
    return { found, ended: found.ids.map(keyOf) };
  }

  /** @returns the last event, whose position is beyond those of the others; for what was revoked already, that of the first key. */
  private async revokeAll(
    principal: Principal,
    keys: readonly [FoundKeyRow, ...FoundKeyRow[]],
    { reason }: RevokeInput,
    token: string | null,
    tx: Tx,
  ): Promise<AppendedEvent> {
    const ending = keys.filter((key) => !isRevoked(key));
    // What is revoked already stays so without another proof, and its token stays unspent.
    if (ending.length > 0) await this.guards.proveRevoking(principal, keys[0], ending, token, tx);
    let last: AppendedEvent | null = null;
    for (const key of ending) last = (await this.ending.revoke(principal, key, reason ?? null, tx)) ?? last;
    return last ?? this.receipts.earlier(principal, endsOf(keys[0]), tx);
  }

  private async shown(
    principal: Principal,
    { id }: FoundKeyRow,
    made: MadeKeys | null,
    tx: Tx,
  ): Promise<Omit<RevokedKey, 'revocation'>> {
    const key = await this.list.actedOn(principal, id, tx);
    if (made === null) return { key };
    const views = await this.list.actedOnAll(principal, made.ids, tx);
    const keys = made.ids.flatMap((one) => views.get(one) ?? []);
    return { key, made: { keys, more: made.more } };
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
