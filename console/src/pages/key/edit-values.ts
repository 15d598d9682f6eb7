import type { Schemas } from '../../api/client';
import { expiryOf } from '../../keys/expiry-day';
import { addressesOf, type KeyValues, quotaOf, rateLimitOf } from '../../keys/fields/key-values';
import { metadataOf, rowsOf } from '../../keys/fields/metadata';
import type { Key } from '../../keys/key';
import { dayOf } from '../../patterns/local-day';

/** The key as the form begins with it. */
export function valuesOf(key: Key): KeyValues {
  const { name, description, environment, expiresAt, allowedAddresses, rateLimits, quota } = key;
  return {
    name: name ?? '',
    description: description ?? '',
    environment,
    expiresAt: expiresAt === null ? '' : dayOf(new Date(expiresAt)),
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
  /** The last moment at which the policy lets the key expire; null for any. */
  readonly latest: Date | null;
}

/** What has changed, as the API takes it: what is not named stays, and null clears. */
export function patchOf({ key, before, latest }: Edited, after: KeyValues): Schemas['KeyPatch'] {
  const changed = (field: keyof KeyValues): boolean =>
    JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const name = after.name.trim();
  const description = after.description.trim();
  return {
    ...(changed('name') ? { name: name === '' ? null : name } : {}),
    ...(changed('description') ? { description: description === '' ? null : description } : {}),
    ...(changed('expiresAt')
      ? { expiresAt: after.expiresAt === '' ? null : expiryOf(after.expiresAt, latest) }
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
