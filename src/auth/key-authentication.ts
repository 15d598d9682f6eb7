import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Permission } from '../../libs/permissions';
import { type KeyRecord, ServiceKeys, VerifyKey } from '../api-keys';
import { Clock } from '../platform';
import { type Principal, principalWith } from '../tenancy';
import { UsageBuffer } from '../usage';
import { keyRefused } from './auth.problems';
import { visitorOf } from './visitor';

/** Checks a key for a route, and notes its use when it is good. */
@Injectable()
export class KeyAuthentication {
  constructor(
    private readonly verifyKey: VerifyKey,
    private readonly serviceKeys: ServiceKeys,
    private readonly usage: UsageBuffer,
    private readonly clock: Clock,
  ) {}

  /**
   * @param anyOf what the route requires, so that a key without it is refused before anything is spent.
   * @throws 401 or 403 with the verdict as its code.
   */
  async authenticate(
    presented: { readonly text: string; readonly username: string | null },
    anyOf: readonly Permission[] | null,
    request: FastifyRequest,
  ): Promise<Principal> {
    const verdict = await this.verifyKey.verify({
      text: presented.text,
      username: presented.username,
      anyOf,
    });
    if (verdict.code === 'NOT_FOUND') return this.asService(presented, anyOf);
    if (verdict.code !== 'VALID') throw keyRefused(verdict.code);
    const { key } = verdict;
    this.usage.record({
      companyId: key.company.id,
      keyId: key.id,
      at: this.clock.now(),
      ...visitorOf(request),
    });
    return toPrincipal(key);
  }

  /** A text that no company's key has may be a service key. */
  private async asService(
    { text, username }: { readonly text: string; readonly username: string | null },
    anyOf: readonly Permission[] | null,
  ): Promise<Principal> {
    const key = await this.serviceKeys.find(text);
    if (key === null) throw keyRefused('NOT_FOUND');
    if (key === 'revoked') throw keyRefused('REVOKED');
    if (username !== null && username !== key.name) throw keyRefused('USERNAME_MISMATCH');
    if (anyOf !== null && !anyOf.includes('keys:verify')) throw keyRefused('INSUFFICIENT_PERMISSION');
    return principalWith({
      company: null,
      user: null,
      key: { ...key, kind: 'service' },
      session: null,
      operator: false,
      method: 'api-key',
      permissions: ['keys:verify'],
    });
  }
}

function toPrincipal(key: KeyRecord): Principal {
  return {
    company: key.company,
    user: null,
    key: { id: key.id, kind: key.kind, name: key.name, product: null },
    session: null,
    operator: false,
    method: 'api-key',
    permissions: key.permissions,
    ability: key.ability,
  };
}
