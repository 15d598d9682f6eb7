import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { credentialsMissing, unauthenticated } from '../../access';
import { type Credential, findCredential } from './credential';
import { SessionCookie } from '../sessions/session-cookie';
import { apiKeyHeader, ApiKeyStrategy } from './strategies/api-key.strategy';
import { BasicStrategy } from './strategies/basic.strategy';
import { type PresentedCredential, type PresentedKey } from './strategies/presented-credential';
import { runStrategy } from './strategies/run-strategy';
import { SessionStrategy } from './strategies/session.strategy';

/** Where a request may carry a key: in one of the headers, or in `Authorization` behind `Basic` and no other scheme. */
export type KeyCarrier = 'x-api-key' | 'authorization' | 'basic';

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

  /**
   * The key of a request, where cookies do not count.
   * @param only the one carrier that counts; what others hold is somebody else's business. Null for all.
   * @throws 401 where there is none or it cannot be read, 400 where there are several.
   */
  readKey(request: FastifyRequest, only: KeyCarrier | null): PresentedKey {
    const credential = findCredential(request, false, only === 'basic' ? 'authorization' : only);
    if (credential === null) throw credentialsMissing();
    const isCounted = only !== 'basic' || credential.carrier === 'basic';
    const presented = isCounted ? this.read(request, credential) : null;
    if (presented?.kind !== 'key') throw unauthenticated();
    return presented;
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
