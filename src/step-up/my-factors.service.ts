import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/http';
import { noUser, type Principal } from '../tenancy';
import { FactorAttempts } from './factor-attempts';
import { FactorCheck } from './factor-check';
import { type MyFactors, type TotpSecret } from './my-factors.schema';
import { OneTimeCodes } from './one-time-codes';
import { Pins } from './pins';
import { prerequisitesNotMet } from './step-up.problems';
import { totpUri } from './totp';

const issuer = 'Kunci';

/**
 * The factors that people set up for themselves. Each change requires the password again: someone who finds an unlocked screen
 * must not be able to set up a factor of their own.
 */
@Injectable()
export class MyFactorsService {
  constructor(
    private readonly check: FactorCheck,
    private readonly attempts: FactorAttempts,
    private readonly pins: Pins,
    private readonly codes: OneTimeCodes,
  ) {}

  /** Which are set up beside the password. */
  async get({ user }: Principal): Promise<MyFactors> {
    if (user === null) throw noUser();
    return { pin: await this.pins.isSet(user.id), totp: await this.codes.isSet(user.id) };
  }

  /** @throws 403 `step-up-failed` for a wrong password, 429 `factor-locked`. */
  async setPin(principal: Principal, password: string, pin: string): Promise<void> {
    const user = await this.proven(principal, password);
    await this.pins.set(principal, user.id, pin);
  }

  /** A secret that takes effect once it is confirmed. @throws as `setPin`. */
  async beginTotp(principal: Principal, password: string): Promise<TotpSecret> {
    const user = await this.proven(principal, password);
    const secret = await this.codes.begin(user.id);
    return { secret, uri: totpUri(issuer, user.username, secret) };
  }

  /** @throws 409 `prerequisites-not-met` when there is nothing to confirm; 403 `step-up-failed`, 429 `factor-locked`. */
  async confirmTotp(principal: Principal, code: string): Promise<void> {
    const { user } = principal;
    if (user === null) throw noUser();
    const nothingPending = prerequisitesNotMet({ members: { missing: ['totp'] } });
    if (!(await this.codes.isPending(user.id))) throw nothingPending;
    await this.attempts.judge(principal, user.id, 'totp', async () => {
      const judgement = await this.codes.confirm(principal, user.id, code);
      // Of two parallel requests the second finds nothing pending, which is not a wrong attempt.
      if (judgement === null) throw nothingPending;
      return judgement;
    });
  }

  /** @throws 404 when there is none; else as `setPin`. */
  async removeTotp(principal: Principal, password: string): Promise<void> {
    const user = await this.proven(principal, password);
    if (!(await this.codes.remove(principal, user.id))) throw notFound();
  }

  private async proven(principal: Principal, password: string): Promise<{ id: string; username: string }> {
    const { user } = principal;
    if (user === null) throw noUser();
    await this.check.assertFactor(principal, user.id, 'password', password);
    return user;
  }
}
