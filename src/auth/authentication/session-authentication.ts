import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { unauthenticated } from '../../access';
import { type Principal } from '../../tenancy';
import { KeyAuthentication, type RequiredOfKey } from './key-authentication';
import { SessionPrincipal } from '../sessions/session-principal';
import { Sessions } from '../sessions/sessions';

/** Checks a session token. */
@Injectable()
export class SessionAuthentication {
  constructor(
    private readonly sessions: Sessions,
    private readonly principals: SessionPrincipal,
    private readonly keys: KeyAuthentication,
  ) {}

  /**
   * @param required what the route requires; a session that was opened with a key is judged by it like the key.
   * @throws 401 for a token that is not known or whose session is over; for a key session also the verdict on its key.
   */
  async authenticate(token: string, required: RequiredOfKey, request: FastifyRequest): Promise<Principal> {
    const session = await this.sessions.find(token);
    if (session === null) throw unauthenticated();
    const { id, opener, person } = session;
    if (opener !== null) return this.keys.authenticateSession(opener, required, request);
    const principal = this.principals.from(id, person);
    if (principal === null) throw unauthenticated();
    return principal;
  }
}
