import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Credential } from './credential';
import { SessionCookie } from '../sessions/session-cookie';
import { apiKeyHeader, ApiKeyStrategy } from './strategies/api-key.strategy';
import { BasicStrategy } from './strategies/basic.strategy';
import { type PresentedCredential } from './strategies/presented-credential';
import { runStrategy } from './strategies/run-strategy';
import { SessionStrategy } from './strategies/session.strategy';

/** Has the credential of a request read by the strategy for its carrier. */
@Injectable()
export class CredentialReader {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly session: SessionStrategy,
    private readonly apiKey: ApiKeyStrategy,
    private readonly basic: BasicStrategy,
  ) {}

  hasCookie(request: FastifyRequest): boolean {
    return this.cookie.read(request.headers.cookie) !== null;
  }

  /** @returns what was presented, or null when it cannot be read. */
  read(request: FastifyRequest, credential: Credential): PresentedCredential | null {
    const { cookie, authorization } = request.headers;
    switch (credential.carrier) {
      case 'cookie':
        return runStrategy(this.session, { headers: { cookie } });
      case 'key':
        return runStrategy(this.apiKey, { headers: { [apiKeyHeader]: credential.text } });
      case 'basic':
        return runStrategy(this.basic, { headers: { authorization } });
      case 'unknown':
        return null;
    }
  }
}
