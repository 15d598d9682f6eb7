import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform';
import { type Principal } from '../../tenancy';
import { UsageBuffer } from '../../usage';
import { type KeyRecord } from './key-record';
import { type Verdict } from './verdict';
import { type VerifyAnswer, type VerifyRequest } from './verification.schema';
import { VerifyKey } from './verify-key';

/** Tells another service whether a key is good. */
@Injectable()
export class VerifyService {
  constructor(
    private readonly engine: VerifyKey,
    private readonly usage: UsageBuffer,
    private readonly clock: Clock,
  ) {}

  /** Another company's key, and one that a service key is not for, are as unknown as one that never was. */
  async verify(principal: Principal, request: VerifyRequest): Promise<VerifyAnswer> {
    const { key: text, username = null, address = null, permission, product, cost } = request;
    const concerns = (key: KeyRecord): boolean =>
      isConcernOf(principal, key) && (product === undefined || key.product === product);
    const anyOf = permission === undefined ? null : [permission];
    const verdict = await this.engine.verify(text, { username, address, anyOf, cost, concerns });
    if (verdict.code === 'VALID' && cost > 0) this.noteUse(verdict.key, address);
    return toAnswer(verdict);
  }

  private noteUse(key: KeyRecord, address: string | null): void {
    const use = { companyId: key.company.id, keyId: key.id, outcome: 'VALID', at: this.clock.now() } as const;
    this.usage.record({ ...use, address, userAgent: null });
  }
}

function isConcernOf(principal: Principal, key: KeyRecord): boolean {
  if (principal.key?.kind === 'service') return key.product !== null && key.product === principal.key.product;
  return key.company.id === principal.company?.id;
}

function toAnswer(verdict: Verdict): VerifyAnswer {
  const valid = verdict.code === 'VALID';
  if (verdict.key === null) return { valid, code: verdict.code };
  const { key, limits } = verdict;
  const { id, kind, name, product, owner, company } = key;
  return {
    valid,
    code: verdict.code,
    key: {
      id,
      kind,
      name,
      product,
      owner: owner === null ? null : { id: owner.id, username: owner.username },
      expiresAt: key.facts.expiresAt?.toISOString() ?? null,
    },
    company: { id: company.id, name: company.name, slug: company.slug },
    permissions: [...key.permissions],
    ...(limits === null ? {} : { rateLimits: [...limits.rateLimits], quota: limits.quota }),
  };
}
