import { Injectable } from '@nestjs/common';
import { fieldFault } from '../../../libs/problems';
import { forbidden, passwordSessionRequired, unauthenticated } from '../../access';
import { isUniqueViolation, type Tx } from '../../platform/database';
import { invalidField } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { canonicalUsername, isMachineUsername, NewPasswords, UserDirectory } from '../../users';
import { usernameTaken } from '../auth.problems';
import { type NewCompany } from './sign-up.schema';

/** Who founds a company: a person who is signed in, or one who is not known yet. */
export type Founder =
  | { readonly known: true; readonly id: string; readonly username: string }
  | { readonly known: false; readonly username: string; readonly passwordHash: string };

/** Finds out who founds a company, and makes people of those who are new. */
@Injectable()
export class Founders {
  constructor(
    private readonly users: UserDirectory,
    private readonly newPasswords: NewPasswords,
  ) {}

  /**
   * @param principal who is signed in, or null.
   * @throws 403 for an operator, who belongs to no company, and for a session opened with a key; 422 for a username or
   * password that cannot be.
   */
  async from(principal: Principal | null, owner: NewCompany['owner']): Promise<Founder> {
    if (principal !== null) return knownFounder(principal, owner);
    if (owner === undefined)
      throw invalidField(
        '/owner',
        fieldFault('required', {}, 'must be given by someone who is not signed in'),
      );
    const username = canonicalUsername(owner.username);
    if (username === null || isMachineUsername(username))
      throw invalidField('/owner/username', fieldFault('not-a-username', {}));
    const passwordHash = await this.newPasswords.hash(owner.password, username, '/owner/password');
    return { known: false, username, passwordHash };
  }

  /** The person, made now when they are new. @throws 409 `username-taken`; 401 for one whose account was released since. */
  async settle(founder: Founder, tx: Tx): Promise<{ id: string; username: string }> {
    const { username } = founder;
    if (founder.known) {
      if ((await this.users.lock(founder.id, tx)) === null) throw unauthenticated();
      return { id: founder.id, username };
    }
    try {
      return { id: await this.users.insert(username, founder.passwordHash, tx), username };
    } catch (error) {
      if (isUniqueViolation(error)) throw usernameTaken({ cause: error });
      throw error;
    }
  }
}

function knownFounder(principal: Principal, owner: NewCompany['owner']): Founder {
  const { user, operator, method } = principal;
  if (operator || user === null) throw forbidden();
  if (method !== 'password') throw passwordSessionRequired();
  if (owner !== undefined)
    throw invalidField(
      '/owner',
      fieldFault('not-allowed', {}, 'must be left out by someone who is signed in'),
    );
  return { known: true, id: user.id, username: user.username };
}
