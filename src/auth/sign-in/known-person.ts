import { Injectable } from '@nestjs/common';
import { unauthenticated } from '../../access';
import { VerifyKey } from '../../api-keys';
import { canonicalUsername, Passwords, UserDirectory, type UserEntity } from '../../users';
import { Guesses } from '../guesses/guesses';

/** Knows people by their passwords. */
@Injectable()
export class KnownPerson {
  constructor(
    private readonly users: UserDirectory,
    private readonly passwords: Passwords,
    private readonly guesses: Guesses,
    private readonly engine: VerifyKey,
  ) {}

  /**
   * @throws 401 `invalid-credentials`, the same and as slowly for an unknown name as for a wrong password; 429
   * `too-many-attempts`, as soon for the one as for the other.
   */
  async byPassword(username: string, password: string, address: string | null): Promise<UserEntity> {
    // Tried as a key elsewhere, and as nothing else. No key can be guessed, so keys are not counted.
    if (this.engine.isKeyShaped(password)) throw unauthenticated();
    const canonical = canonicalUsername(username);
    const user = await this.guesses.judge({ username: canonical ?? username, address }, () =>
      this.judge(canonical, password),
    );
    if (user === null) throw unauthenticated();
    return user;
  }

  private async judge(username: string | null, password: string): Promise<UserEntity | null> {
    const user = username === null ? null : await this.users.byUsername(username);
    const fits = await this.passwords.matches(user?.passwordHash ?? null, password);
    return fits ? user : null;
  }
}
