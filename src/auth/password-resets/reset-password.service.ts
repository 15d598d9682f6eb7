import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { EventLog } from '../../audit';
import { type Tx, UnitOfWork } from '../../platform/database';
import { StaleProofs } from '../../step-up';
import { NewPasswords } from '../../users';
import { Sessions } from '../sessions/sessions';
import { LoginThrottle } from '../throttling/login-throttle';
import { type FoundReset, PasswordResets } from './password-resets';
import { resetInvalid } from './password-resets.problems';
import { type RedeemedReset, type RedeemReset, type ResetPreview } from './password-resets.schema';
import { ResettableUsers } from './resettable-users';

/** Exchanges the token of a password reset for a new password. */
@Injectable()
export class ResetPasswordService {
  constructor(
    private readonly throttle: LoginThrottle,
    private readonly resets: PasswordResets,
    private readonly users: ResettableUsers,
    private readonly newPasswords: NewPasswords,
    private readonly sessions: Sessions,
    private readonly proofs: StaleProofs,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  /** Whose password the token lets choose again; nothing changes. @throws 404 `password-reset-invalid`, 403 `user-in-other-company`. */
  async preview(token: string, address: string | null): Promise<ResetPreview> {
    const { user, expiresAt } = await this.redeemable(token, address);
    return { username: user.username, expiresAt: expiresAt.toISOString() };
  }

  /** @throws 404 `password-reset-invalid`, 403 `user-in-other-company`, 422 for a password that cannot be chosen. */
  async resetPassword({ token, password }: RedeemReset, address: string | null): Promise<RedeemedReset> {
    const found = await this.redeemable(token, address);
    const { username } = found.user;
    const passwordHash = await this.newPasswords.hash(password, username);
    const companyIds = await this.resets.logsOf(found);
    await this.units.run((tx) => this.apply(found, passwordHash, companyIds, tx));
    return { username };
  }

  private async redeemable(token: string, address: string | null): Promise<FoundReset> {
    const found = await this.throttle.attempt({ username: null, address }, () => this.resets.find(token));
    if (found?.live !== true) throw resetInvalid();
    await this.users.assertStillResettable(found);
    return found;
  }

  /** Ends all sessions of the person: some may be someone else's. @throws 404 when the token was used in the meantime. */
  private async apply(
    found: FoundReset,
    passwordHash: string,
    companyIds: readonly (string | null)[],
    tx: Tx,
  ): Promise<void> {
    const { id, username } = found.user;
    if (!(await this.resets.redeem(found, passwordHash, tx))) throw resetInvalid();
    await this.sessions.endAll(id, tx);
    await this.proofs.endOfPassword(id, null, tx);
    await this.throttle.reset(username, tx);
    for (const companyId of companyIds) {
      const actor = { companyId, kind: 'user', id, name: username } as const;
      this.events.appendAs(tx, actor, eventOf(events.passwordResetRedeemed, id));
    }
  }
}
