import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { EventLog } from '../audit';
import { Clock } from '../platform';
import { rowIsThere, type Tx, UnitOfWork } from '../platform/database';
import { type Principal } from '../tenancy';
import { type Judgement } from './factor-attempts';
import { newTotpSecret, stepOfCode } from './totp';
import { TotpSeal } from './totp-seal';
import { UserFactorEntity } from './user-factor.entity';
import { sealedTotpOf, UserFactors } from './user-factors';

/** The one-time codes of users (TOTP, RFC 6238): each works once, and no earlier one after it. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly factors: UserFactors,
    private readonly seals: TotpSeal,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async isSet(userId: string, tx?: Tx): Promise<boolean> {
    return (await this.factors.find(userId, 'totp', 'active', tx)) !== null;
  }

  /** Whether this is a valid code of the user. A valid one is used up by the check. */
  async judge(userId: string, code: string): Promise<Judgement> {
    const fit = await this.stepOf(userId, 'active', code);
    if (fit === null) return 'wrong';
    const { secretId, step } = fit;
    return (await this.units.run((tx) => this.factors.spendStep(userId, secretId, step, tx), { ends: true }))
      ? 'right'
      : 'used';
  }

  /** Makes a secret that takes effect once it is confirmed; until then, the one in use stays in use. @returns the secret, in base32. */
  async begin(userId: string): Promise<string> {
    const secret = newTotpSecret();
    const sealed = this.seals.seal(secret, userId);
    await this.units.run((tx) => {
      tx.provenBy(rowIsThere(UserFactorEntity, { userId, secretId: sealed.secretId }));
      return this.factors.putPendingTotp(userId, sealed, tx);
    });
    return secret;
  }

  async isPending(userId: string): Promise<boolean> {
    return (await this.factors.find(userId, 'totp', 'pending')) !== null;
  }

  /**
   * Activates the pending secret. The code that confirms it is used up, too.
   * @returns null when no secret is pending; then nothing was checked.
   */
  async confirm(principal: Principal, userId: string, code: string): Promise<'right' | 'wrong' | null> {
    if (!(await this.isPending(userId))) return null;
    const fit = await this.stepOf(userId, 'pending', code);
    if (fit === null) return 'wrong';
    return this.units.run(async (tx) => {
      if (!(await this.factors.confirmTotp(userId, fit.secretId, fit.step, tx))) return null;
      this.events.append(tx, principal, eventOf(events.userTotpConfirmed, userId));
      return 'right';
    });
  }

  /** @returns false when there was nothing to remove. */
  remove(principal: Principal, userId: string): Promise<boolean> {
    return this.units.run(async (tx) => {
      const wasInUse = await this.isSet(userId, tx);
      const removed = await this.factors.remove(userId, 'totp', tx);
      if (wasInUse) this.events.append(tx, principal, eventOf(events.userTotpRemoved, userId));
      return removed;
    });
  }

  private async stepOf(
    userId: string,
    standing: 'active' | 'pending',
    code: string,
  ): Promise<{ secretId: string; step: number } | null> {
    const sealed = sealedTotpOf(await this.factors.find(userId, 'totp', standing));
    if (sealed === null) return null;
    const step = stepOfCode(this.seals.open(sealed, userId), code, this.clock.now());
    return step === null ? null : { secretId: sealed.secretId, step };
  }
}
