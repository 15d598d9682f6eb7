import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { EventLog } from '../events';
import { Clock, minuteMs } from '../platform';
import { type Tx, UnitOfWork } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type Factor } from '../settings';
import { type Principal } from '../tenancy';
import { FactorAttemptsEntity } from './factor-attempts.entity';
import { factorLocked, stepUpFailed } from './step-up.problems';

const attemptLimit = 5;
const lockMs = 15 * minuteMs;

/**
 * Counts guesses in the database before they are judged, so that two hundred at once are five. Factors belong to the
 * person, whatever company they act for.
 */
@Injectable()
export class FactorAttempts {
  constructor(
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets `isRight` judge one guess, when one is left.
   * @throws 429 `factor-locked` when none is left, the right secret or not; 403 `step-up-failed` for a wrong one.
   */
  async judge(
    principal: Principal,
    userId: string,
    factor: Factor,
    isRight: () => Promise<boolean>,
  ): Promise<void> {
    const { used, lockedUntil } = await this.units.run((tx) => this.reserve(userId, factor, tx));
    if (await isRight()) {
      await this.units.run((tx) => this.clear(userId, factor, tx));
      return;
    }
    const attemptsLeft = attemptLimit - used;
    if (lockedUntil === null) throw stepUpFailed({ members: { attemptsLeft } });
    await this.noteLock(principal, userId, factor);
    throw stepUpFailed({ members: { attemptsLeft, lockedUntil: lockedUntil.toISOString() } });
  }

  /** @returns how many guesses there were since the last right one, with this. The fifth locks at once, before anyone knows if it is right. */
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

  private async clear(userId: string, factor: Factor, tx: Tx): Promise<void> {
    await managerOf(tx).update(FactorAttemptsEntity, { userId, factor }, { used: 0, lockedUntil: null });
  }

  private async noteLock(principal: Principal, userId: string, factor: Factor): Promise<void> {
    const event = { type: 'factor.locked', target: { type: 'user', id: userId }, data: { factor } } as const;
    await this.units.run((tx) => Promise.resolve(this.events.append(tx, principal, event)));
  }
}
