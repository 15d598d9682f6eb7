import { Injectable } from '@nestjs/common';
import { unauthenticated } from '../access';
import { canonicalUsername, Passwords, UserDirectory, type UserEntity } from '../users';

/** Knows people by their passwords. */
@Injectable()
export class KnownPerson {
  constructor(
    private readonly users: UserDirectory,
    private readonly passwords: Passwords,
  ) {}

  /** @throws 401 `invalid-credentials`, the same and as slowly for an unknown name as for a wrong password. */
  async byPassword(username: string, password: string): Promise<UserEntity> {
    const canonical = canonicalUsername(username);
    const user = canonical === null ? null : await this.users.byUsername(canonical);
    const fits = await this.passwords.matches(user?.passwordHash ?? null, password);
    if (user === null || !fits) throw unauthenticated();
    return user;
  }
}
