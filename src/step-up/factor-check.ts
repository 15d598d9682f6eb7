import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { type Factor } from '../settings';
import { type Principal } from '../tenancy';
import { Passwords, UserDirectory } from '../users';
import { FactorAttempts, type Judgement } from './factor-attempts';
import { OneTimeCodes } from './one-time-codes';
import { Pins } from './pins';
import { prerequisitesNotMet } from './step-up.problems';
import { UserFactors } from './user-factors';

/** Checks a secret that a signed-in user has to enter again. */
@Injectable()
export class FactorCheck {
  constructor(
    private readonly attempts: FactorAttempts,
    private readonly passwords: Passwords,
    private readonly users: UserDirectory,
    private readonly pins: Pins,
    private readonly codes: OneTimeCodes,
    private readonly factors: UserFactors,
  ) {}

  /**
   * Refuses a secret that is not this user's. The check uses up a one-time code.
   * @throws 409 `prerequisites-not-met` for a factor that is not set up, 403 `step-up-failed`, 429 `factor-locked`.
   */
  async assertFactor(principal: Principal, userId: string, factor: Factor, secret: string): Promise<void> {
    if (!(await this.isSet(userId, factor))) throw prerequisitesNotMet({ members: { missing: [factor] } });
    await this.attempts.judge(principal, userId, factor, () => this.judgementOf(userId, factor, secret));
  }

  /** Whether the user has this factor at all. */
  isSet(userId: string, factor: Factor, tx?: Tx): Promise<boolean> {
    switch (factor) {
      case 'password':
        return Promise.resolve(true);
      case 'pin':
        return this.pins.isSet(userId, tx);
      case 'totp':
        return this.codes.isSet(userId, tx);
    }
  }

  /** When the factor in use was set up; null for the password, because changing it ends the tokens it gave. */
  async setSince(userId: string, factor: Factor, tx: Tx): Promise<Date | null> {
    if (factor === 'password') return null;
    return (await this.factors.find(userId, factor, 'active', tx))?.confirmedAt ?? null;
  }

  private async judgementOf(userId: string, factor: Factor, secret: string): Promise<Judgement> {
    switch (factor) {
      case 'password':
        return (await this.isPassword(userId, secret)) ? 'right' : 'wrong';
      case 'pin':
        return (await this.pins.matches(userId, secret)) ? 'right' : 'wrong';
      case 'totp':
        return this.codes.judge(userId, secret);
    }
  }

  private async isPassword(userId: string, secret: string): Promise<boolean> {
    const user = await this.users.byId(userId);
    return this.passwords.matches(user?.passwordHash ?? null, secret);
  }
}
