import type { Schemas } from '../../api/client';
import { expiryOf } from '../../keys/expiry-day';
import type { Key } from '../../keys/key';
import { dayOf } from '../../patterns/local-day';

/** What the form of a key holds: texts, as they are typed. */
export interface EditValues {
  name: string;
  description: string;
  /** A day, or nothing. */
  expiresAt: string;
  /** One address or range a line. */
  allowedAddresses: string;
  rateLimits: { name: string; limit: string; windowSeconds: string }[];
  quota: { limit: string; refill: string };
}

/** The key as the form begins with it. */
export function valuesOf(key: Key): EditValues {
  const { name, description, expiresAt, allowedAddresses, rateLimits, quota } = key;
  return {
    name: name ?? '',
    description: description ?? '',
    expiresAt: expiresAt === null ? '' : dayOf(new Date(expiresAt)),
    allowedAddresses: allowedAddresses.join('\n'),
    rateLimits: rateLimits.map((one) => ({
      name: one.name,
      limit: String(one.limit),
      windowSeconds: String(one.windowSeconds),
    })),
    quota: { limit: quota === null ? '' : String(quota.limit), refill: quota?.refill ?? 'never' },
  };
}

/**
 * What has changed, as the API takes it: what is not named stays, and null clears.
 * @param latest the last moment at which the policy lets the key expire; null for any.
 */
export function patchOf(before: EditValues, after: EditValues, latest: Date | null): Schemas['KeyPatch'] {
  const changed = (field: keyof EditValues): boolean =>
    JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  const name = after.name.trim();
  const description = after.description.trim();
  return {
    ...(changed('name') ? { name: name === '' ? null : name } : {}),
    ...(changed('description') ? { description: description === '' ? null : description } : {}),
    ...(changed('expiresAt')
      ? { expiresAt: after.expiresAt === '' ? null : expiryOf(after.expiresAt, latest) }
      : {}),
    ...(changed('allowedAddresses') ? { allowedAddresses: linesOf(after.allowedAddresses) } : {}),
    ...(changed('rateLimits') ? { rateLimits: after.rateLimits.map(limitOf) } : {}),
    ...(changed('quota') ? { quota: quotaOf(after.quota) } : {}),
  };
}

/** The next limit to add; its name only tells it from the others, and stands in the headers of answers. */
export function nextLimit(present: EditValues['rateLimits']): EditValues['rateLimits'][number] {
  const taken = new Set(present.map(({ name }) => name));
  let number = present.length + 1;
  while (taken.has(`limit-${number}`)) number += 1;
  return { name: `limit-${number}`, limit: '60', windowSeconds: '60' };
}

function linesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((line) => line !== '');
}

function limitOf({ name, limit, windowSeconds }: EditValues['rateLimits'][number]) {
  return { name, limit: Number(limit), windowSeconds: Number(windowSeconds) };
}

function quotaOf({ limit, refill }: EditValues['quota']): Schemas['KeyPatch']['quota'] {
  if (limit.trim() === '') return null;
  return { limit: Number(limit), refill: refill === 'day' || refill === 'month' ? refill : null };
}
