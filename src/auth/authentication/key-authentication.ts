import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type KeyEnvironment } from '../../../libs/api-key';
import { type PermissionExpression } from '../../../libs/permissions';
import { type AccessRequirement, type ServiceKeyOpening, unauthenticated } from '../../access';
import { type Asked, type KeyOwner, type KeyRecord, type Verdict, VerifyKey } from '../../api-keys';
import { Clock } from '../../platform';
import { type Principal, type PrincipalKey } from '../../tenancy';
import { companyUnexpected } from '../auth.problems';
import { acceptedKey, endHeader, keyHeaders } from './accepted-key';
import { ServiceKeyAuthentication, type ServiceRequest } from './service-key-authentication';
import { type KeySession } from '../sessions/sessions';
import { visitorOf } from '../sessions/visitor';

/** The principal that a key stands for. */
export interface Authenticated {
  readonly principal: Principal;
  /** What the answer says about the key's limits and its end; null where there is nothing to tell. */
  readonly headers: Readonly<Record<string, string>> | null;
}

/** What a route requires of a key. */
export interface RequiredOfKey {
  /** So that a key without it is refused before anything is spent; null where no permission is required. */
  readonly required: PermissionExpression | null;
  readonly environments: readonly KeyEnvironment[];
}

/** Where a route or a caller says nothing else. */
export const liveOnly: readonly KeyEnvironment[] = ['live'];

/** What a requirement means for a key that is sent to it. */
export function requiredOfKey(requirement: AccessRequirement | null): RequiredOfKey {
  switch (requirement?.kind) {
    case 'permission':
      return { required: requirement, environments: requirement.environments ?? liveOnly };
    case 'authenticated':
      return { required: null, environments: requirement.environments ?? liveOnly };
    case 'operator':
    case 'public':
    case undefined:
      return { required: null, environments: liveOnly };
  }
}

/** What a request asks of the key that it came with. */
export interface KeyRequest extends RequiredOfKey {
  /** Which service keys the route is open to; null for none. */
  readonly opening: ServiceKeyOpening | null;
  /** What it names in `Kunci-Company`, or null. */
  readonly company: string | null;
}

type Presented = Pick<ServiceRequest, 'username'> & { readonly text: string };

/** Checks a key for a route. */
@Injectable()
export class KeyAuthentication {
  constructor(
    private readonly engine: VerifyKey,
    private readonly services: ServiceKeyAuthentication,
    private readonly clock: Clock,
  ) {}

  /**
   * A key that came with the request; one that is remembered is checked at once, without a promise to wait for. No object is spread here: that
   * costs more than everything that the key is checked for.
   * @throws 401, 403 or 429 with the verdict as its code; 400 for the key of a company that names one in `Kunci-Company`, which spends nothing.
   */
  authenticate(
    { text, username }: Presented,
    { required, environments, opening, company }: KeyRequest,
    request: FastifyRequest,
  ): Authenticated | Promise<Authenticated> {
    const { address, userAgent } = visitorOf(request);
    const route = routeOf(request);
    // The key of a company that names one is refused whatever it is, so nothing is spent on it.
    const cost = company === null ? 1 : 0;
    const asked: Asked = {
      username,
      address,
      userAgent,
      route,
      path: 'request',
      requestId: request.id,
      environments,
      required,
      cost,
    };
    const verdict = this.engine.verify(text, asked);
    const service = { opening, company, username, address };
    const admit = (known: Verdict) => this.admit(known, service);
    return verdict instanceof Promise ? verdict.then(admit) : admit(verdict);
  }

  /** A key that someone signs in with. @throws as above, and 401 `invalid-credentials` for a key that is no person's. */
  async authenticatePerson(
    presented: { readonly text: string; readonly username: string },
    request: FastifyRequest,
  ): Promise<{ principal: Principal; key: KeyRecord; owner: KeyOwner }> {
    // A service account opens no session.
    const isVisibleTo = (key: KeyRecord): boolean => key.kind === 'personal';
    const asked: Asked = {
      ...visitorOf(request),
      route: routeOf(request),
      path: 'sign-in',
      requestId: request.id,
      username: presented.username,
      environments: liveOnly,
      required: null,
      cost: 1,
      isVisibleTo,
    };
    const key = acceptedKey(await this.engine.verify(presented.text, asked), this.clock.now());
    if (key.owner === null) throw unauthenticated();
    return { principal: toPrincipal(key, null), key, owner: key.owner };
  }

  /** A session that was opened with a key: it is judged like the key itself, on every request, and ends with it. */
  async authenticateSession(
    session: KeySession,
    { required, environments }: RequiredOfKey,
    request: FastifyRequest,
  ): Promise<Principal> {
    const { address, userAgent } = visitorOf(request);
    const verdict = await this.engine.verifyAgain(session.keyId, session.secretId, {
      username: null,
      address,
      userAgent,
      route: routeOf(request),
      path: 'session',
      requestId: request.id,
      required,
      environments,
      cost: 1,
    });
    return toPrincipal(acceptedKey(verdict, this.clock.now()), session.id);
  }

  private admit(verdict: Verdict, service: ServiceRequest): Authenticated | Promise<Authenticated> {
    if (verdict.code === 'NOT_FOUND') {
      const found = this.services.authenticate(verdict.service, service);
      const admitted = (principal: Principal): Authenticated => ({
        principal,
        headers: endHeader({ expiresAt: principal.key?.expiresAt ?? null, endsAt: null }, this.clock.now()),
      });
      return found instanceof Promise ? found.then(admitted) : admitted(found);
    }
    const now = this.clock.now();
    const key = acceptedKey(verdict, now);
    if (service.company !== null) throw companyUnexpected();
    return { principal: toPrincipal(key, null), headers: keyHeaders(key, verdict.limits, now) };
  }
}

/** By its pattern, not its address: addresses hold what people typed. */
function routeOf({ method, routeOptions }: FastifyRequest): string {
  return `${method} ${routeOptions.url ?? ''}`;
}

function toPrincipal(key: KeyRecord, sessionId: string | null): Principal {
  return {
    company: key.company,
    user: key.owner && { id: key.owner.id, username: key.owner.username },
    key: keyOf(key),
    session: sessionId === null ? null : { id: sessionId },
    operator: false,
    method: 'api-key',
    permissions: key.permissions,
    productPermissions: key.productPermissions,
    ability: key.ability,
  };
}

function keyOf(key: KeyRecord): PrincipalKey {
  const { id, secretId, kind, environment, name, product, facts, hasMetadata } = key;
  return { id, secretId, kind, environment, name, product, expiresAt: facts.expiresAt, hasMetadata };
}
