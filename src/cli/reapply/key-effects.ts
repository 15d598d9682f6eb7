import { IsNull, MoreThan, Not } from 'typeorm';
import { ApiKeyEntity, KeySecretEntity, ServiceKeyEntity } from '../../api-keys';
import { foldName } from '../../api-keys/lists/key-search';
import { type Effects, type PastEvent } from './effect';
import { type LoggedPermissions, storedFrom } from './logged-permissions';
import { type Rows } from './rows';

/** Why a rotated key is revoked: its old secret was replaced, and the log does not contain the new one. */
export const rotatedSince = 'Rotated after the backup that was restored';

/** What the log says of keys. */
export const keyEffects: Effects = {
  'key.updated': async (rows, event) => {
    await change(rows, event);
    return null;
  },
  'key.rotated': async (rows, event) => {
    const known = await revoke(rows, event, rotatedSince);
    return known
      ? `Key ${labelOf(event)} was rotated. Its old secret is revoked, and the new one is not in the log: make another key.`
      : null;
  },
  'key.overlap-ended': async (rows, event) => {
    const old = { keyId: event.targetId, supersededAt: Not(IsNull()), endsAt: MoreThan(event.at) };
    await rows.update(KeySecretEntity, old, { endsAt: event.at });
    return null;
  },
  'key.disabled': async (rows, event) => {
    await rows.update(ApiKeyEntity, { id: event.targetId }, { disabledAt: event.at });
    return null;
  },
  'key.enabled': async (rows, event) => {
    await rows.update(ApiKeyEntity, { id: event.targetId }, { disabledAt: null });
    return null;
  },
  'key.revoked': async (rows, event) => {
    const { reason } = event.facts;
    await revoke(rows, event, typeof reason === 'string' ? reason : null);
    return null;
  },
  'key.deleted': async (rows, event) => {
    await revoke(rows, event, null);
    await rows.update(ApiKeyEntity, { id: event.targetId, deletedAt: IsNull() }, { deletedAt: event.at });
    return null;
  },
  'service-key.revoked': async (rows, event) => {
    const live = { id: event.targetId, revokedAt: IsNull() };
    await rows.update(ServiceKeyEntity, live, { revokedAt: event.at });
    return null;
  },
};

/** Revokes as the server does, data key and all. @returns false when there is no such key, or it was revoked before. */
async function revoke(rows: Rows, { targetId, at }: PastEvent, reason: string | null): Promise<boolean> {
  const live = { id: targetId, revokedAt: IsNull() };
  const ended = await rows.update(ApiKeyEntity, live, { revokedAt: at, revokedReason: reason });
  await rows.update(KeySecretEntity, { keyId: targetId }, { wrappedKey: null });
  return ended.affected === 1;
}

async function change(rows: Rows, { targetId, facts }: PastEvent): Promise<void> {
  // A cast: the log is ours and its chain was checked; this is what the change of a key writes.
  const said = facts as Partial<
    Pick<ApiKeyEntity, 'name' | 'description' | 'metadata' | 'allowedAddresses' | 'rateLimits' | 'quota'>
  > & { readonly expiresAt?: string | null } & LoggedPermissions;
  const permissions = storedFrom(said);
  const { name, description, metadata, expiresAt, allowedAddresses, rateLimits, quota } = said;
  const nameFolded = name === undefined || name === null ? name : foldName(name);
  const told = { name, nameFolded, description, metadata, permissions, allowedAddresses, rateLimits, quota };
  const changes = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  if (Object.keys(changes).length > 0) await rows.update(ApiKeyEntity, { id: targetId }, changes);
  if (expiresAt === undefined) return;
  const life = { expiresAt: expiresAt === null ? null : new Date(expiresAt) };
  await rows.update(KeySecretEntity, { keyId: targetId, supersededAt: IsNull() }, life);
}

function labelOf({ targetId, facts }: PastEvent): string {
  return typeof facts['name'] === 'string' ? `${facts['name']} (${targetId})` : targetId;
}
