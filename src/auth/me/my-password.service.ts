import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config';
import { invalidField } from '../../platform/http';
import { FactorCheck } from '../../step-up';
import { noUser, type Principal } from '../../tenancy';
import { passwordFault, UserDirectory } from '../../users';
import { type PasswordChange } from './my-password.schema';
import { PasswordReplacement } from './password-replacement';

/** Lets people change their own password, which they must know. */
@Injectable()
export class MyPasswordService {
  constructor(
    private readonly users: UserDirectory,
    private readonly check: FactorCheck,
    private readonly replacement: PasswordReplacement,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws 422 for what cannot be a password, 403 `step-up-failed` for a wrong one, 429 `factor-locked`. */
  async change(principal: Principal, { password, newPassword }: PasswordChange): Promise<void> {
    const user = principal.user && (await this.users.byId(principal.user.id));
    if (user === null) throw noUser();
    const fault = passwordFault(newPassword, user.username, this.config.keyPrefix);
    if (fault !== null) throw invalidField('/newPassword', fault);
    await this.check.refuseWrong(principal, user.id, 'password', password);
    if (await this.replacement.replace(principal, user, newPassword)) return;
    // It was changed or reset while we looked: what was right a moment ago is judged again, by the password there is now.
    return this.change(principal, { password, newPassword });
  }
}
