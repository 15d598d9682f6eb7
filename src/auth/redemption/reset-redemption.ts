import { Injectable } from '@nestjs/common';
import { Guesses } from '../guesses/guesses';
import { ChosenPasswords } from './chosen-passwords';
import { PasswordChange } from './password-change';
import { PasswordResets } from './password-resets';
import { resetInvalid } from './redemption.problems';
import { type RedeemedReset, type RedeemReset } from './redemption.schema';
import { ResetRight } from './reset-right';

/** Exchanges the token of a password reset for another password. */
@Injectable()
export class ResetRedemption {
  constructor(
    private readonly guesses: Guesses,
    private readonly resets: PasswordResets,
    private readonly right: ResetRight,
    private readonly chosen: ChosenPasswords,
    private readonly change: PasswordChange,
  ) {}

  /** @throws 404 `password-reset-invalid`, 403 `user-in-other-company`, 422 for a password that cannot be chosen. */
  async redeem({ token, password }: RedeemReset, address: string | null): Promise<RedeemedReset> {
    const found = await this.guesses.judge({ username: null, address }, () => this.resets.find(token));
    if (found?.live !== true) throw resetInvalid();
    await this.right.refuseStale(found);
    const { username } = found.user;
    await this.change.make(found, await this.chosen.hash(password, username));
    return { username };
  }
}
