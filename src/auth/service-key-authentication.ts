import { Injectable } from '@nestjs/common';
import { type Permission } from '../../libs/permissions';
import { ServiceKeys } from '../api-keys';
import { type Principal, principalWith } from '../tenancy';
import { keyRefused } from './auth.problems';

/** Checks a text that no company's key has: it may be the key of a product's backend. */
@Injectable()
export class ServiceKeyAuthentication {
  constructor(private readonly serviceKeys: ServiceKeys) {}

  /** @throws 401 or 403 with a verdict as its code. */
  async authenticate(
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
