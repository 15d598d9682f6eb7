import { Injectable } from '@nestjs/common';
import { EventLog } from '../../audit';
import { UnitOfWork } from '../../platform/database';
import { StaleProofs } from '../../step-up';
import { noUser, type Principal } from '../../tenancy';
import { Passwords, UserDirectory, type UserEntity } from '../../users';
import { Sessions } from '../sessions/sessions';

/**
 * Puts a password in the place of another, and ends every session but the one that asks: they were opened with the old one.
 * Open resets end too; see `UserDirectory`.
 */
@Injectable()
export class PasswordReplacement {
  constructor(
    private readonly users: UserDirectory,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly proofs: StaleProofs,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  /** @param user as they were when their password was judged. @returns false when it is another since then; it stays. */
  async replace(principal: Principal, user: UserEntity, newPassword: string): Promise<boolean> {
    const { session } = principal;
    if (session === null) throw noUser();
    const hash = await this.passwords.hash(newPassword);
    return this.units.run(async (tx) => {
      if (!(await this.users.exchangePassword(user.id, user.passwordHash, hash, tx))) return false;
      await this.sessions.endOthers(user.id, session.id, tx);
      await this.proofs.endOfPassword(user.id, session.id, tx);
      const target = { type: 'user', id: user.id };
      this.events.append(tx, principal, { type: 'user.password-changed', target });
      return true;
    });
  }
}
