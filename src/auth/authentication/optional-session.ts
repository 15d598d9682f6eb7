import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { isCorePath, Problem } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { requiredOfKey } from './key-authentication';
import { SessionAuthentication } from './session-authentication';
import { SessionCookie } from '../sessions/session-cookie';

/** Who is signed in, on a public route that treats them better than a stranger. */
@Injectable()
export class OptionalSession {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionAuthentication,
  ) {}

  /**
   * @returns null without a cookie, for one whose session is over, and under `/core`, where cookies do not count. A browser
   * keeps the cookie longer than the session may live; that must not keep anyone from signing up.
   */
  async of(request: FastifyRequest): Promise<Principal | null> {
    const token = isCorePath(request.originalUrl) ? null : this.cookie.read(request.headers.cookie);
    if (token === null) return null;
    try {
      return await this.sessions.authenticate(token, requiredOfKey(null), request);
    } catch (error) {
      if (error instanceof Problem && error.kind.status === 401) return null;
      throw error;
    }
  }
}
