import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { IsNull, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import { eventOf, events } from '../../libs/events';
import { EventLog } from '../audit';
import { Clock, minuteMs } from '../platform';
import { type Tx, UnitOfWork, type Purpose } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { LOGGER } from '../platform/logging';
import { type Factor } from '../settings';
import { type Principal } from '../tenancy';
import { FactorAttemptsEntity } from './factor-attempts.entity';
import { factorLocked, stepUpFailed } from './step-up.problems';
import { Turns } from './turns';

const attemptLimit = 5;
const lockMs = 15 * minuteMs;
/** Works on a full disk, because a revocation may require a step-up. There is one row for each person and factor. */
const mayRevoke: Purpose = { ends: true };

/** `used`: right, but accepted before. It grants nothing, and there is nothing left to guess. */
export type Judgement = 'right' | 'wrong' | 'used';

/**
 * Counts attempts in the database before they are checked, so that five of two hundred parallel ones are. Factors belong to the
 * person, whatever company they act for.
 */
@Injectable()
export class FactorAttempts {
  // A correct secret gets its attempt refunded once it is checked. In parallel, twenty correct ones would lock each other out.
  private readonly turns = new Turns();

  constructor(
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * Runs `guess` if an attempt is left. If it throws, the attempt does not count.
   * @throws 429 `factor-locked` when none is left, even for the right secret; 403 `step-up-failed` for a wrong one, and,
   * with `codeUsed`, for one that was used before, which costs no attempt.
   */
  judge(
    principal: Principal,
    userId: string,
    factor: Factor,
    guess: () => Promise<Judgement>,
  ): Promise<void> {
    return this.turns.take(`${factor} of ${userId}`, async () => {
      const reserved = await this.units.run((tx) => this.reserve(userId, factor, tx), mayRevoke);
      const judgement = await this.orGiveBack(userId, factor, guess);
      if (judgement === 'right') await this.noteOrWarn((tx) => this.clear(userId, factor, tx));
      if (judgement === 'wrong') await this.rejectWrong(principal, userId, factor, reserved);
      if (judgement === 'used') await this.rejectUsedCode(userId, factor, reserved);
    });
  }

  private async orGiveBack<T>(userId: string, factor: Factor, guess: () => Promise<T>): Promise<T> {
    try {
      return await guess();
    } catch (error) {
      await this.giveBack(userId, factor);
      throw error;
    }
  }

  private async rejectUsedCode(
    userId: string,
    factor: Factor,
    { used }: FactorAttemptsEntity,
  ): Promise<never> {
    await this.giveBack(userId, factor);
    const members = { attemptsLeft: attemptLimit - used + 1, codeUsed: true };
    throw stepUpFailed({ detail: 'This code was used before. Wait for the next one.', members });
  }

  private async rejectWrong(
    principal: Principal,
    userId: string,
    factor: Factor,
    { used, lockedUntil }: FactorAttemptsEntity,
  ): Promise<never> {
    const attemptsLeft = attemptLimit - used;
    if (lockedUntil === null) throw stepUpFailed({ members: { attemptsLeft } });
    await this.noteLock(principal, userId, factor);
    throw stepUpFailed({ members: { attemptsLeft, lockedUntil: lockedUntil.toISOString() } });
  }

  /** @returns how many attempts there were since the last correct one, this one included. The fifth locks before it is checked. */
  private async reserve(userId: string, factor: Factor, tx: Tx): Promise<FactorAttemptsEntity> {
    const rows = managerOf(tx).getRepository(FactorAttemptsEntity);
    const now = this.clock.now();
    const one = { userId, factor };
    // Changes nothing, and locks the row for this unit alone: `orIgnore` would share it, and two hundred would deadlock.
    await rows
      .createQueryBuilder()
      .insert()
      .values({ ...one, used: 0, lockedUntil: null })
      .orUpdate(['factor'], ['user_id', 'factor'])
      .execute();
    await rows.update({ ...one, lockedUntil: LessThanOrEqual(now) }, { used: 0, lockedUntil: null });
    const counted = await rows.increment({ ...one, used: LessThan(attemptLimit) }, 'used', 1);
    const lockedUntil = new Date(now.getTime() + lockMs);
    await rows.update({ ...one, used: attemptLimit, lockedUntil: IsNull() }, { lockedUntil });
    const row = await rows.findOneByOrFail(one);
    if (counted.affected !== 1) {
      throw factorLocked({ members: { lockedUntil: (row.lockedUntil ?? lockedUntil).toISOString() } });
    }
    return row;
  }

  /** Refunds the attempt, and undoes the lock if this attempt caused it. */
  private giveBack(userId: string, factor: Factor): Promise<void> {
    return this.noteOrWarn(async (tx) => {
      const rows = managerOf(tx).getRepository(FactorAttemptsEntity);
      await rows.decrement({ userId, factor, used: MoreThan(0) }, 'used', 1);
      await rows.update({ userId, factor, used: LessThan(attemptLimit) }, { lockedUntil: null });
    });
  }

  /** The check is over, and a correct code is used up already: if the refund fails, the answer stays the same. */
  private async noteOrWarn(work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.units.run(work, mayRevoke);
    } catch (err) {
      this.log.warn({ err }, 'attempts that should be forgotten are still counted');
    }
  }

  private async clear(userId: string, factor: Factor, tx: Tx): Promise<void> {
    await managerOf(tx).update(FactorAttemptsEntity, { userId, factor }, { used: 0, lockedUntil: null });
  }

  private async noteLock(principal: Principal, userId: string, factor: Factor): Promise<void> {
    const event = eventOf(events.factorLocked, userId, { factor });
    await this.units.run((tx) => Promise.resolve(this.events.append(tx, principal, event)), mayRevoke);
  }
}
