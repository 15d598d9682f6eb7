import { abilityFor, permissionsOfService } from '../../../libs/permissions';
import { toJson, toTime, unreadable } from '../../platform/database';
import { allowedAddressesSchema } from '../addresses';
import { audiencesSchema, storedServicePermissions } from '../service-keys';
import { type ServiceKey } from './holder';

/** The columns of a service key in the one statement of `holder-statement.ts`; all are null where there is none. */
export interface ServiceColumns {
  readonly service_id: string | null;
  readonly service_name: string;
  readonly service_product: string | null;
  readonly service_pepper: string | null;
  readonly service_permissions: string | null;
  readonly service_addresses: string | null;
  readonly service_audiences: string | null;
  readonly service_expires_at: number | string | null;
  readonly service_revoked_at: number | string | null;
}

/** @returns `revoked` also for a broken row: part of what limits a key must not pass for all of it. */
export function toServiceKey(row: ServiceColumns): ServiceKey | 'revoked' | null {
  const { service_id: id, service_name: name, service_product: product } = row;
  if (id === null) return null;
  const stored = toJson(storedServicePermissions, row.service_permissions);
  const allowedAddresses = toJson(allowedAddressesSchema, row.service_addresses);
  const audiences = toJson(audiencesSchema, row.service_audiences);
  const expiresAt = toTime(row.service_expires_at);
  const isBroken =
    stored === unreadable ||
    allowedAddresses === unreadable ||
    audiences === unreadable ||
    Number.isNaN(expiresAt?.getTime());
  if (row.service_revoked_at !== null || isBroken) return 'revoked';
  const may = stored ?? ['keys:verify'];
  const permissions = permissionsOfService(may, product);
  return Object.freeze({
    ...{ id, name, product, may, expiresAt, allowedAddresses, audiences, permissions },
    canAct: stored !== null,
    ability: abilityFor(permissions),
  });
}
