import type { Schemas } from '../../api/client';
import { expiryOf } from '../../keys/expiry-day';
import { addressesOf } from '../../keys/fields/key-values';

/** No code of a product: the key is for the keys of all of them, and for all others. */
export const everyProduct = '*';

/** What the API allows. */
export const maxDays = 365;

/** What the form of a service key holds. */
export interface ServiceKeyValues {
  name: string;
  product: string;
  permissions: Schemas['ServiceKey']['permissions'];
  /** One address or range a line. */
  allowedAddresses: string;
  /** The audiences of a gateway, one a line; nothing for a key that is for none. */
  gateway: string;
  /** A day, or nothing. */
  expiresAt: string;
}

export const newServiceKey: ServiceKeyValues = {
  ...{ name: '', product: '', allowedAddresses: '', gateway: '', expiresAt: '' },
  permissions: ['keys:verify'],
};

/** What is sent of it. @param timeZone in which the day of its expiry ends. */
export function bodyOf(values: ServiceKeyValues, timeZone: string): Schemas['NewServiceKey'] {
  const { name, product, permissions, expiresAt } = values;
  const allowedAddresses = addressesOf(values.allowedAddresses);
  const audiences = audiencesOf(values.gateway);
  return {
    name,
    ...(product === everyProduct ? {} : { product }),
    permissions,
    ...(allowedAddresses.length === 0 ? {} : { allowedAddresses }),
    ...(audiences.length === 0 ? {} : { gateway: { audiences } }),
    ...(expiresAt === '' ? {} : expiryOf(expiresAt, timeZone)),
  };
}

/** By lines alone: an audience may hold commas. */
function audiencesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
