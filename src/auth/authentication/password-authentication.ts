import { Injectable } from '@nestjs/common';
import { unauthenticated } from '../../access';
import { VerifyKey } from '../../api-keys';
import { canonicalUsername, Passwords, UserDirectory, type UserEntity } from '../../users';
import { LoginThrottle } from '../throttling/login-throttle';

/** Checks a username and a password. */
@Injectable()
export class PasswordAuthentication {
  constructor(
    private readonly users: UserDirectory,
    private readonly passwords: Passwords,
    private readonly throttle: LoginThrottle,
    private readonly engine: VerifyKey,
  ) {}

  /**
   * @throws 401 `invalid-credentials`, the same and equally slow for an unknown name and for a wrong password; 429
   * `too-many-attempts`, after the same number of attempts for both.
   */
  async authenticate(username: string, password: string, address: string | null): Promise<UserEntity> {
    // Text shaped like a key is tried as a key elsewhere, and only there. Keys cannot be guessed, so they are not counted.
    if (this.engine.isKeyShaped(password)) throw unauthenticated();
    const canonical = canonicalUsername(username);
    const user = await this.throttle.attempt({ username: canonical ?? username, address }, () =>
      this.check(canonical, password),
    );
    if (user === null) throw unauthenticated();
    return user;
  }

  private async check(username: string | null, password: string): Promise<UserEntity | null> {
    const user = username === null ? null : await this.users.byUsername(username);
    const matches = await this.passwords.matches(user?.passwordHash ?? null, password);
    // A service account has no password that could match; this is the second fence.
    return matches && user?.serviceAccount === false ? user : null;
  }
}
