import { Injectable } from '@nestjs/common';
import { type PermissionExpression, permissionsIn } from '../../../libs/permissions';
import { type FieldFault, fieldFault } from '../../../libs/problems';
import { RecentReadings } from '../../platform/cache';
import { invalidFields } from '../../platform/http';
import { KnownNames } from '../../products';
import { type Principal } from '../../tenancy';
import { type AskedPermissions, maxCharacters, maxPermissions, readPermissions } from './asked-permissions';
import { type KeyRecord } from './key-record';
import { MetadataReader } from './metadata-reader';
import { type Verdict } from './verdict';
import { type VerifyAnswer, type VerifyRequest } from './verification.schema';
import { type Asked, VerifyKey } from './verify-key';

const pointer = '/permission';

/** Verifies a key for another service. */
@Injectable()
export class VerifyService {
  private readonly expressions = new RecentReadings(readPermissions);

  constructor(
    private readonly engine: VerifyKey,
    private readonly known: KnownNames,
    private readonly metadata: MetadataReader,
  ) {}

  /**
   * Another company's key, and a key of another product than the service key's, are treated as unknown. A service key that names no
   * company sees those of all.
   * @throws 422 for a malformed expression.
   */
  async verify(principal: Principal, request: VerifyRequest, requestId: string): Promise<VerifyAnswer> {
    const { key: text, username = null, permission, product, address = null } = request;
    const { environment, cost, include } = request;
    const required = permission === undefined ? null : this.parse(permission);
    const environments = [environment];
    const asked: Omit<Asked, 'isVisibleTo'> = {
      username,
      address,
      userAgent: null,
      route: null,
      path: 'verify',
      requestId,
      environments,
      required,
      cost,
    };
    const verdict = await this.verdictFor(principal, text, asked, product);
    const answer = toAnswer(verdict);
    if (include?.length) Object.assign(answer, await this.metadataOf(verdict));
    // A misspelt permission would otherwise look like one that the key lacks.
    const unknown = required === null ? [] : await this.known.unknownAmong(permissionsIn(required));
    return unknown.length === 0 ? answer : { ...answer, unknown };
  }

  /**
   * The verdict on a key as far as it is the principal's business; others are unknown.
   * @param product only a key of this one, where it is named.
   */
  verdictFor(
    principal: Principal,
    text: string,
    {
      username,
      address,
      userAgent,
      route,
      path,
      requestId,
      environments,
      required,
      cost,
    }: Omit<Asked, 'isVisibleTo'>,
    product?: string,
  ): Verdict | Promise<Verdict> {
    // Put together without spread, which costs more than everything that the key is checked for.
    return this.engine.verify(text, {
      username,
      address,
      userAgent,
      route,
      path,
      requestId,
      environments,
      required,
      cost,
      isVisibleTo: visibleTo(principal, product),
    });
  }

  private parse(text: string): PermissionExpression {
    const { required, fault } = this.expressions.of(text);
    if (required !== null) return required;
    throw invalidFields({ pointer, ...faultOf(fault) });
  }

  private async metadataOf({ key }: Verdict): Promise<Pick<VerifyAnswer, 'metadata'>> {
    if (key === null) return {};
    return { metadata: key.hasMetadata ? await this.metadata.of(key.limited) : null };
  }
}

function faultOf(fault: Exclude<AskedPermissions['fault'], null>): FieldFault {
  if (fault === 'too-many') return fieldFault('too-many', { max: maxPermissions });
  if (fault === 'too-long') return fieldFault('too-long', { max: maxCharacters });
  return fieldFault('malformed-expression', fault);
}

/** @param product only a key of this one, where it is named. */
function visibleTo(principal: Principal, product?: string): (key: KeyRecord) => boolean {
  return (key) => isConcernOf(principal, key) && (product === undefined || key.product === product);
}

function isConcernOf(principal: Principal, key: KeyRecord): boolean {
  const { key: asker, company } = principal;
  if (asker?.kind !== 'service') return key.company.id === company?.id;
  const isForIt = asker.product === null || key.product === asker.product;
  return isForIt && (company === null || key.company.id === company.id);
}

function toAnswer(verdict: Verdict): VerifyAnswer {
  const valid = verdict.code === 'VALID';
  if (verdict.key === null) return { valid, code: verdict.code };
  const { key, limits } = verdict;
  const { id, kind, environment, name, product, owner, company } = key;
  return {
    valid,
    code: verdict.code,
    key: {
      id,
      kind,
      environment,
      name,
      product,
      owner: owner === null ? null : { id: owner.id, username: owner.username },
      expiresAt: key.facts.expiresAt?.toISOString() ?? null,
    },
    company: { id: company.id, name: company.name, slug: company.slug },
    permissions: [...key.permissions, ...key.productPermissions],
    ...(limits === null ? {} : { rateLimits: [...limits.rateLimits], quota: limits.quota }),
  };
}
