import { Injectable } from '@nestjs/common';
import { trimPasted } from '../../../libs/api-key';
import { type ServicePermission } from '../../../libs/permissions';
import { opensPlatform, type ServiceKeyOpening } from '../../access';
import { isAllowed, type ServiceKey } from '../../api-keys';
import { Clock } from '../../platform';
import { type Principal, type PrincipalCompany } from '../../tenancy';
import { companyUnexpected, keyRefused } from '../auth.problems';
import { NamedCompany } from './named-company';

/** A request that came with a service key. */
export interface ServiceRequest {
  readonly username: string | null;
  readonly address: string | null;
  /** Which service keys the route is open to; null for none. */
  readonly opening: ServiceKeyOpening | null;
  /** What it names in `Kunci-Company`, or null. */
  readonly company: string | null;
}

const ofCompanies: readonly ServicePermission[] = ['keys:verify', 'keys:manage'];

/** Checks the keys of the platform's own backends, which belong to no company. */
@Injectable()
export class ServiceKeyAuthentication {
  constructor(
    private readonly companies: NamedCompany,
    private readonly clock: Clock,
  ) {}

  /**
   * @param key whose the presented text is, or null for nobody's.
   * @throws 401 or 403 with a verdict as its code; for the company that it names as `NamedCompany` does, and 400 on routes of the platform.
   */
  authenticate(key: ServiceKey | 'revoked' | null, request: ServiceRequest): Principal | Promise<Principal> {
    if (key === null) throw keyRefused('NOT_FOUND');
    if (key === 'revoked') throw keyRefused('REVOKED');
    const { opening, company } = request;
    this.assertGood(key, request);
    if (opening === null || !(opening === 'any' || key.may.includes(opening)))
      throw keyRefused('INSUFFICIENT_PERMISSION');
    if (company === null) return toPrincipal(key, opening, null);
    if (opensPlatform(opening)) throw companyUnexpected();
    // Of a key with nothing to do in a company, none is looked for: it would learn which there are.
    if (!key.may.some((one) => ofCompanies.includes(one))) throw keyRefused('INSUFFICIENT_PERMISSION');
    return this.companies.find(company, key.product).then((found) => toPrincipal(key, opening, found));
  }

  private assertGood(key: ServiceKey, { username, address }: ServiceRequest): void {
    if (key.expiresAt !== null && key.expiresAt <= this.clock.now()) throw keyRefused('EXPIRED');
    if (username !== null && trimPasted(username) !== trimPasted(key.name))
      throw keyRefused('USERNAME_MISMATCH');
    const { allowedAddresses: allowed } = key;
    if (allowed !== null && (address === null || !isAllowed(address, allowed)))
      throw keyRefused('ADDRESS_NOT_ALLOWED');
  }
}

function toPrincipal(
  { id, name, product, expiresAt, canAct, permissions, ability }: ServiceKey,
  opening: ServiceKeyOpening,
  company: PrincipalCompany | null,
): Principal {
  return {
    company,
    user: canAct ? { id, username: name } : null,
    key: {
      id,
      secretId: null,
      kind: 'service',
      environment: 'live',
      name,
      product,
      expiresAt,
      hasMetadata: false,
    },
    session: null,
    operator: opensPlatform(opening),
    method: 'api-key',
    permissions,
    productPermissions: [],
    ability,
  };
}
