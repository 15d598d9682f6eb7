import { Inject, Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { EventLog } from '../../audit';
import { CONFIG, type Config } from '../../platform/config';
import { UnitOfWork } from '../../platform/database';
import { invalidField } from '../../platform/http';
import { FactorCheck, StaleProofs } from '../../step-up';
import { noUser, type Principal } from '../../tenancy';
import { passwordFault, Passwords, UserDirectory, type UserEntity } from '../../users';
import { Sessions } from '../sessions/sessions';
import { type PasswordChange } from './my-password.schema';

/** Lets people change their own password, which they must know. */
@Injectable()
export class MyPasswordService {
  constructor(
    private readonly users: UserDirectory,
    private readonly check: FactorCheck,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly proofs: StaleProofs,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws 422 for what cannot be a password, 403 `step-up-failed` for a wrong one, 429 `factor-locked`. */
  async change(principal: Principal, { password, newPassword }: PasswordChange): Promise<void> {
    const user = principal.user && (await this.users.byId(principal.user.id));
    if (user === null) throw noUser();
    const fault = passwordFault(newPassword, user.username, this.config.keyPrefix);
    if (fault !== null) throw invalidField('/newPassword', fault);
    await this.check.assertFactor(principal, user.id, 'password', password);
    if (await this.replace(principal, user, newPassword)) return;
    // It was changed or reset in the meantime, so the old password is checked against the current one.
    return this.change(principal, { password, newPassword });
  }

  /**
   * Ends every other session, because those were opened with the old password. Open resets end too; see `UserDirectory`.
   * @param user as they were when their password was checked. @returns false when it was replaced since then; it stays.
   */
  private async replace(principal: Principal, user: UserEntity, newPassword: string): Promise<boolean> {
    const { session } = principal;
    if (session === null) throw noUser();
    const hash = await this.passwords.hash(newPassword);
    return this.units.run(async (tx) => {
      if (!(await this.users.exchangePassword(user.id, user.passwordHash, hash, tx))) return false;
      await this.sessions.endOthers(user.id, session.id, tx);
      await this.proofs.endOfPassword(user.id, session.id, tx);
      this.events.append(tx, principal, eventOf(events.userPasswordChanged, user.id));
      return true;
    });
  }
}
