import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config';
import { invalidField } from '../platform/http';
import { passwordFault } from './password-rules';
import { Passwords } from './passwords';

/** Checks and hashes the passwords that people choose for themselves. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly passwords: Passwords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @param pointer the field that the password was sent in.
   * @throws 422 for a password that this person may not have.
   */
  hash(password: string, username: string, pointer = '/password'): Promise<string> {
    const fault = passwordFault(password, username, this.config.keyPrefix);
    if (fault !== null) throw invalidField(pointer, fault);
    return this.passwords.hash(password);
  }
}
