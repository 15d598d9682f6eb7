import type { Schemas } from '../../api/client';
import { expiryOf } from '../expiry-day';
import { addressesOf, type KeyValues, quotaOf, rateLimitOf } from './key-values';

/** What a form says of a new key; whose it is says the page that the form is on. */
export type KeyInput = Omit<Schemas['NewKey'], 'kind' | 'product' | 'serviceAccountId'>;

/**
 * What is sent of a new key: without what was left empty.
 * @param timeZone in which the day of its expiry ends.
 */
export function newKeyOf(values: KeyValues, timeZone: string): KeyInput {
  const name = values.name.trim();
  const description = values.description.trim();
  const allowedAddresses = addressesOf(values.allowedAddresses);
  const quota = quotaOf(values.quota);
  return {
    ...(name === '' ? {} : { name }),
    ...(description === '' ? {} : { description }),
    ...(values.environment === 'test' ? { environment: 'test' } : {}),
    ...(values.expiresAt === '' ? {} : expiryOf(values.expiresAt, timeZone)),
    ...(values.permissions.preset === 'everything' ? {} : { permissions: values.permissions.listed }),
    ...(allowedAddresses.length === 0 ? {} : { allowedAddresses }),
    ...(values.rateLimits.length === 0 ? {} : { rateLimits: values.rateLimits.map(rateLimitOf) }),
    ...(quota === null ? {} : { quota }),
  };
}
