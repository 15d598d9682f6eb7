import { Injectable } from '@nestjs/common';
import { KeptAnswers, unauthenticated } from '../../access';
import { Receipts } from '../../cluster';
import { Clock, dayMs } from '../../platform';
import { type Tx, UnitOfWork } from '../../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { ApiKeyEntity } from '../api-key.entity';
import { rotatedToday, secretSuperseded, selfRotationOff } from '../api-keys.problems';
import { type RotatedKey, type SelfRotateBody } from '../api-keys.schema';
import { factsOf, isReadable } from '../key-facts';
import { type KeyRow, KeyRows } from '../key-rows';
import { standingOf } from '../key-status';
import { ListKeysService } from '../lists/list-keys.service';
import { KeyRotation, type RotationPlan } from './key-rotation';

/** Lets a key give itself a new secret, so that a program which nobody watches can replace what it holds. */
@Injectable()
export class SelfRotationService {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    private readonly rows: KeyRows,
    private readonly rotation: KeyRotation,
    private readonly list: ListKeysService,
    private readonly units: UnitOfWork,
    private readonly receipts: Receipts,
    private readonly answers: KeptAnswers,
    private readonly clock: Clock,
  ) {}

  /**
   * The key can do no more by it than before, and no longer: neither the ceiling nor a step-up is asked for, and the expiry stays.
   * @throws 403 unless the policy of its kind allows it; 409 for a secret that was replaced, and less than a day after the last time.
   */
  async rotate(principal: Principal, { overlapSeconds }: SelfRotateBody): Promise<RotatedKey> {
    const { answer, event } = await this.units.run(async (tx) => {
      const key = await this.presented(principal, tx);
      const plan = await this.rotation.plan(principal, key, { overlapSeconds }, tx);
      await this.noteTurn(principal, key, plan, tx);
      const done = await this.rotation.carryOut(principal, key, { ...plan, itself: true }, tx);
      const answer = { key: await this.list.actedOn(principal, key.id, tx), secret: done.secret };
      const ending = done.endsOneAtOnce ? done.event : null;
      this.answers.keep(principal, tx, () =>
        ending === null ? answer : { ...answer, revocation: this.receipts.atTheLatest(ending) },
      );
      return { answer, event: ending };
    });
    return event === null ? answer : { ...answer, revocation: await this.receipts.awaitEffective(event) };
  }

  /** The key that was sent, held until the unit ends. Of two that rotate it at once, the later one finds its secret replaced. */
  private async presented(principal: Principal, tx: Tx): Promise<KeyRow> {
    const { key: sent } = principal;
    // A service key is of no company, and has no second secret.
    if (sent === null || sent.kind === 'service') throw selfRotationOff();
    await this.rows.lock(principal, sent.id, tx);
    const now = this.clock.now();
    const key = await this.rows.actedOn(principal, sent.id, now, tx);
    // Who found an old secret must not get a new one by it.
    if (key.secret !== null && key.secret.id !== sent.secretId) throw secretSuperseded();
    // It was good when the request came in, and was ended since.
    if (!isReadable(key) || standingOf(factsOf(key), now) !== 'GOOD') throw unauthenticated();
    return key;
  }

  /** Exact under the lock of the key. */
  private async noteTurn(
    principal: Principal,
    { id, selfRotatedAt }: KeyRow,
    { policy, now }: RotationPlan,
    tx: Tx,
  ): Promise<void> {
    if (!policy.selfRotate) throw selfRotationOff();
    const next = selfRotatedAt === null ? null : new Date(selfRotatedAt.getTime() + dayMs);
    if (next !== null && next > now) throw rotatedToday({ members: { nextAt: next.toISOString() } });
    await this.keys.of(principal, tx).update({ id }, { selfRotatedAt: now });
  }
}
