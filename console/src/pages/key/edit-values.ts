import type { Schemas } from '../../api/client';
import { expiryOf } from '../../keys/expiry-day';
import { addressesOf, type KeyValues, quotaOf, rateLimitOf } from '../../keys/fields/key-values';
import { metadataOf, rowsOf } from '../../keys/fields/metadata';
import type { Key } from '../../keys/key';
import { dayOf } from '../../patterns/local-day';

/** The key as the form begins with it. */
export function valuesOf(key: Key, timeZone: string): KeyValues {
  const { name, description, environment, expiresAt, allowedAddresses, rateLimits, quota } = key;
  return {
    name: name ?? '',
    description: description ?? '',
    environment,
    expiresAt: expiresAt === null ? '' : dayOf(new Date(expiresAt), timeZone),
    permissions: { preset: 'kept', sameAs: '', listed: [...key.permissions] },
    allowedAddresses: allowedAddresses.join('\n'),
    rateLimits: rateLimits.map((one) => ({
      name: one.name,
      limit: String(one.limit),
      windowSeconds: String(one.windowSeconds),
    })),
    quota: { limit: quota === null ? '' : String(quota.limit), refill: quota?.refill ?? 'never' },
    metadata: rowsOf(key.metadata),
  };
}

export interface Edited {
  readonly key: Pick<Key, 'metadata'>;
  readonly before: KeyValues;
  /** In which the day of the expiry ends. */
  readonly timeZone: string;
}

/** What has changed, as the API takes it: what is not named stays, and null clears. */
export function patchOf({ key, before, timeZone }: Edited, after: KeyValues): Schemas['KeyPatch'] {
  const changed = (field: keyof KeyValues): boolean =>
    JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const name = after.name.trim();
  const description = after.description.trim();
  return {
    ...(changed('name') ? { name: name === '' ? null : name } : {}),
    ...(changed('description') ? { description: description === '' ? null : description } : {}),
    ...(changed('expiresAt')
      ? after.expiresAt === ''
        ? { expiresAt: null }
        : expiryOf(after.expiresAt, timeZone)
      : {}),
    ...permissionsIn(after.permissions),
    ...(changed('allowedAddresses') ? { allowedAddresses: addressesOf(after.allowedAddresses) } : {}),
    ...(changed('rateLimits') ? { rateLimits: after.rateLimits.map(rateLimitOf) } : {}),
    ...(changed('quota') ? { quota: quotaOf(after.quota) } : {}),
    ...(changed('metadata') ? { metadata: metadataOf(after.metadata, key.metadata) } : {}),
  };
}

function permissionsIn({
  preset,
  listed,
}: KeyValues['permissions']): Pick<Schemas['KeyPatch'], 'permissions'> {
  if (preset === 'kept') return {};
  return { permissions: preset === 'everything' ? null : listed };
}
