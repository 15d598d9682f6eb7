import { Injectable } from '@nestjs/common';
import { unauthenticated } from '../access';
import { type Principal } from '../tenancy';
import { SessionPrincipal } from './session-principal';
import { Sessions } from './sessions';

/** Checks a session token. */
@Injectable()
export class SessionAuthentication {
  constructor(
    private readonly sessions: Sessions,
    private readonly principals: SessionPrincipal,
  ) {}

  /** @throws 401 for a token that is not known or whose session is over. */
  async authenticate(token: string): Promise<Principal> {
    const session = await this.sessions.find(token);
    const principal = session && (await this.principals.of(session));
    if (principal === null) throw unauthenticated();
    return principal;
  }
}
