import { Injectable } from '@nestjs/common';
import { PermissionCatalogue } from '../../../libs/permissions';
import { type Principal } from '../../tenancy';
import { type KeyRecord } from './key-record';
import { type Verdict } from './verdict';
import { type VerifyAnswer, type VerifyRequest } from './verification.schema';
import { VerifyKey } from './verify-key';

/** Verifies a key for another service. */
@Injectable()
export class VerifyService {
  constructor(
    private readonly engine: VerifyKey,
    private readonly catalogue: PermissionCatalogue,
  ) {}

  /** Another company's key, and a key of another product than the service key's, are treated as unknown. */
  async verify(principal: Principal, request: VerifyRequest): Promise<VerifyAnswer> {
    const { key: text, username = null, permission, product, address = null, cost } = request;
    const isVisibleTo = (key: KeyRecord): boolean =>
      isConcernOf(principal, key) && (product === undefined || key.product === product);
    const anyOf = permission === undefined ? null : [permission];
    const asked = { username, address, userAgent: null, anyOf, cost, isVisibleTo };
    const answer = toAnswer(await this.engine.verify(text, asked));
    // A misspelt permission would otherwise look like one that the key lacks.
    return permission === undefined || this.catalogue.has(permission)
      ? answer
      : { ...answer, unknown: [permission] };
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
