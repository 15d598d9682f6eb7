import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config';
import { invalidField } from '../../platform/http';
import { passwordFault, Passwords } from '../../users';

/** Passwords that people choose while they redeem a token. */
@Injectable()
export class ChosenPasswords {
  constructor(
    private readonly passwords: Passwords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws 422 for a password that this person must not have. */
  hash(password: string, username: string): Promise<string> {
    const fault = passwordFault(password, username, this.config.keyPrefix);
    if (fault !== null) throw invalidField('/password', fault);
    return this.passwords.hash(password);
  }
}
