import { Injectable } from '@nestjs/common';
import { KeptAnswers } from '../../access';
import { Receipts } from '../../cluster';
import { UnitOfWork } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { keyRevoked } from '../api-keys.problems';
import { type RotateBody, type RotatedKey } from '../api-keys.schema';
import { KeyCommandGuards } from './key-command-guards';
import { KeyRotation } from './key-rotation';
import { PermissionCeiling } from './permission-ceiling';
import { ListKeysService } from '../lists/list-keys.service';

/** Gives keys a new secret. Name, permissions, limits and history stay, and so does the key's id. */
@Injectable()
export class RotateKeyService {
  constructor(
    private readonly guards: KeyCommandGuards,
    private readonly ceiling: PermissionCeiling,
    private readonly rotation: KeyRotation,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly answers: KeptAnswers,
  ) {}

  /** @throws 404, 403 without the right or all that the key may do, 409 for a revoked key or one too many, 422, 403 `step-up-required`. */
  async rotate(
    principal: Principal,
    id: string,
    input: RotateBody,
    stepUpToken: string | null,
  ): Promise<RotatedKey> {
    const { answer, event } = await this.units.run(async (tx) => {
      await this.guards.holdActingKey(principal, tx);
      const key = await this.guards.findOther(principal, 'rotate', id, tx);
      await this.ceiling.assertCovers(principal, key, tx);
      const plan = await this.rotation.plan(principal, key, input, tx);
      if (key.revokedAt !== null) throw keyRevoked();
      await this.rotation.assertRoom(principal, key, plan, tx);
      await this.guards.assertPrerequisites(principal, 'rotate', key, plan.policy, tx);
      await this.guards.proveFor(principal, 'rotate', key, stepUpToken, tx);
      const { secret, event, endsOneAtOnce } = await this.rotation.carryOut(principal, key, plan, tx);
      const answer = { key: await this.list.actedOn(principal, id, tx), secret };
      const ending = endsOneAtOnce ? event : null;
      this.answers.keep(principal, tx, () =>
        ending === null ? answer : { ...answer, revocation: this.receipts.atTheLatest(ending) },
      );
      return { answer, event: ending };
    });
    return event === null ? answer : { ...answer, revocation: await this.receipts.awaitEffective(event) };
  }
}
