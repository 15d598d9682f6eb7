import { Injectable } from '@nestjs/common';
import { trimPasted } from '../../../libs/api-key';
import { abilityFor, type Permission, type PermissionExpression, satisfies } from '../../../libs/permissions';
import { type ServiceKey } from '../../api-keys';
import { type Principal } from '../../tenancy';
import { keyRefused } from '../auth.problems';

const permissions: readonly Permission[] = ['keys:verify'];

/** Checks the key of a product's backend, which belongs to no company. */
@Injectable()
export class ServiceKeyAuthentication {
  private readonly ability = abilityFor(permissions);

  /**
   * @param key whose the presented text is, or null for nobody's.
   * @throws 401 or 403 with a verdict as its code.
   */
  authenticate(
    key: ServiceKey | 'revoked' | null,
    username: string | null,
    required: PermissionExpression | null,
  ): Principal {
    if (key === null) throw keyRefused('NOT_FOUND');
    if (key === 'revoked') throw keyRefused('REVOKED');
    if (username !== null && trimPasted(username) !== trimPasted(key.name))
      throw keyRefused('USERNAME_MISMATCH');
    if (required !== null && !satisfies(this.ability, required)) throw keyRefused('INSUFFICIENT_PERMISSION');
    return {
      company: null,
      user: null,
      key: { ...key, kind: 'service', environment: 'live', expiresAt: null, hasMetadata: false },
      session: null,
      operator: false,
      method: 'api-key',
      permissions,
      productPermissions: [],
      ability: this.ability,
    };
  }
}
