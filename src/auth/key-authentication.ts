import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Permission } from '../../libs/permissions';
import { unauthenticated } from '../access';
import { type KeyOwner, type KeyRecord, type Verdict, VerifyKey } from '../api-keys';
import { Clock } from '../platform';
import { type Principal } from '../tenancy';
import { UsageBuffer } from '../usage';
import { keyRefused } from './auth.problems';
import { ServiceKeyAuthentication } from './service-key-authentication';
import { type KeySession } from './session.entity';
import { visitorOf } from './visitor';

/** Checks a key for a route, and notes its use when it is good. */
@Injectable()
export class KeyAuthentication {
  constructor(
    private readonly engine: VerifyKey,
    private readonly services: ServiceKeyAuthentication,
    private readonly usage: UsageBuffer,
    private readonly clock: Clock,
  ) {}

  /**
   * A key that came with the request.
   * @param anyOf what the route requires, so that a key without it is refused before anything is spent.
   * @throws 401, 403 or 429 with the verdict as its code.
   */
  async authenticate(
    presented: { readonly text: string; readonly username: string | null },
    anyOf: readonly Permission[] | null,
    request: FastifyRequest,
  ): Promise<Principal> {
    const asked = { username: presented.username, address: request.ip, anyOf, cost: 1 };
    const verdict = await this.engine.verify(presented.text, asked);
    if (verdict.code === 'NOT_FOUND') return this.services.authenticate(presented, anyOf);
    return toPrincipal(this.accept(verdict, request), null);
  }

  /** A key that someone signs in with. @throws as above, and 401 `invalid-credentials` for a key that is no person's. */
  async authenticatePerson(
    presented: { readonly text: string; readonly username: string },
    request: FastifyRequest,
  ): Promise<{ principal: Principal; key: KeyRecord; owner: KeyOwner }> {
    const concerns = (key: KeyRecord): boolean => key.owner !== null;
    const asked = { username: presented.username, address: request.ip, anyOf: null, cost: 1, concerns };
    const key = this.accept(await this.engine.verify(presented.text, asked), request);
    if (key.owner === null) throw unauthenticated();
    return { principal: toPrincipal(key, null), key, owner: key.owner };
  }

  /** A session that was opened with a key: it is judged like the key itself, on every request, and ends with it. */
  async authenticateSession(
    session: KeySession,
    anyOf: readonly Permission[] | null,
    request: FastifyRequest,
  ): Promise<Principal> {
    const asked = { username: null, address: request.ip, anyOf, cost: 1 };
    const verdict = await this.engine.verifyAgain(session.keyId, session.secretId, asked);
    return toPrincipal(this.accept(verdict, request), session.id);
  }

  private accept(verdict: Verdict, request: FastifyRequest): KeyRecord {
    if (verdict.code !== 'VALID') throw keyRefused(verdict.code, retryAfterOf(verdict));
    const { key } = verdict;
    this.usage.record({
      companyId: key.company.id,
      keyId: key.id,
      outcome: 'VALID',
      at: this.clock.now(),
      ...visitorOf(request),
    });
    return key;
  }
}

function retryAfterOf({ limits }: Verdict): number | null {
  return limits === null || limits.ok ? null : limits.retryAfterSeconds;
}

function toPrincipal(key: KeyRecord, sessionId: string | null): Principal {
  return {
    company: key.company,
    user: key.owner && { id: key.owner.id, username: key.owner.username },
    key: { id: key.id, kind: key.kind, name: key.name, product: key.product },
    session: sessionId === null ? null : { id: sessionId },
    operator: false,
    method: 'api-key',
    permissions: key.permissions,
    ability: key.ability,
  };
}
