import { Injectable } from '@nestjs/common';
import { type Factor } from '../settings';
import { type Principal } from '../tenancy';
import { Passwords, UserDirectory } from '../users';
import { FactorAttempts } from './factor-attempts';
import { prerequisitesNotMet } from './step-up.problems';

/** Checks a secret that a signed-in user is asked for again. */
@Injectable()
export class FactorCheck {
  constructor(
    private readonly attempts: FactorAttempts,
    private readonly passwords: Passwords,
    private readonly users: UserDirectory,
  ) {}

  /** @throws unless `secret` is this user's, and the factor is set up and not locked. */
  async refuseWrong(principal: Principal, userId: string, factor: Factor, secret: string): Promise<void> {
    switch (factor) {
      case 'password':
        return this.attempts.judge(principal, userId, factor, async () => {
          const user = await this.users.byId(userId);
          return this.passwords.matches(user?.passwordHash ?? null, secret);
        });
      case 'pin':
      case 'totp':
        // Nobody has one yet: users are given a password only.
        throw prerequisitesNotMet({ members: { missing: [factor] } });
    }
  }
}
