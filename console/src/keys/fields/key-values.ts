import type { Schemas } from '../../api/client';

/** What the forms of a key hold: texts, as they are typed. One form makes keys, another edits them. */
export interface KeyValues {
  name: string;
  description: string;
  environment: Schemas['Key']['environment'];
  /** A day, or nothing. */
  expiresAt: string;
  permissions: PermissionChoice;
  /** One address or range a line. */
  allowedAddresses: string;
  rateLimits: { name: string; limit: string; windowSeconds: string }[];
  quota: { limit: string; refill: string };
  metadata: { name: string; value: string }[];
}

/** As it is, of a key that is edited; all that its kind may have; or those that are listed, however they were found. */
export type PermissionPreset = 'kept' | 'everything' | 'readOnly' | 'sameAs' | 'chosen';

export interface PermissionChoice {
  preset: PermissionPreset;
  /** The id of the key that `sameAs` is about; empty until one is chosen. */
  sameAs: string;
  /** Counts where the preset is neither `kept` nor `everything`. */
  listed: string[];
}

/** Of a key that is made: nothing is limited until someone limits it. */
export const unlimited: KeyValues = {
  name: '',
  description: '',
  environment: 'live',
  expiresAt: '',
  permissions: { preset: 'everything', sameAs: '', listed: [] },
  allowedAddresses: '',
  rateLimits: [],
  quota: { limit: '', refill: 'never' },
  metadata: [],
};

/** The next limit to add; its name only tells it from the others, and stands in the headers of answers. */
export function nextLimit(present: KeyValues['rateLimits']): KeyValues['rateLimits'][number] {
  const taken = new Set(present.map(({ name }) => name));
  let number = present.length + 1;
  while (taken.has(`limit-${number}`)) number += 1;
  return { name: `limit-${number}`, limit: '60', windowSeconds: '60' };
}

/** Addresses one by one, however they were typed. */
export function addressesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((line) => line !== '');
}

export function rateLimitOf({ name, limit, windowSeconds }: KeyValues['rateLimits'][number]) {
  return { name, limit: Number(limit), windowSeconds: Number(windowSeconds) };
}

/** Null where no number is typed: there is none then. */
export function quotaOf({ limit, refill }: KeyValues['quota']): Schemas['Quota'] | null {
  if (limit.trim() === '') return null;
  return { limit: Number(limit), refill: refill === 'day' || refill === 'month' ? refill : null };
}
