import { z } from 'zod';
import { fieldFault, issueOf } from '../../libs/problems';
import { addressIn, isAddressOrBlock, isWithin, toBlock } from '../platform/ip';

const notAnAddressOrBlock = fieldFault(
  'invalid-format',
  { format: 'address-or-block' },
  'must be an address or a CIDR block, like 203.0.113.7 or 2001:db8::/32',
);
const notAnAddress = fieldFault(
  'invalid-format',
  { format: 'address' },
  'must be an address, like 203.0.113.7 or 2001:db8::1',
);

/** The addresses that a key may be used from: addresses and CIDR blocks, IPv4 and IPv6. An empty list allows any. */
export const allowedAddressesSchema = z
  .array(z.string().max(64).refine(isAddressOrBlock, issueOf(notAnAddressOrBlock)))
  .max(50)
  .meta({ id: 'AllowedAddresses' });

/** The address of a client, as another service reports it: a port or brackets around it are removed. */
export const clientAddressSchema = z
  .string()
  .max(64)
  .transform((text, context) => {
    const address = addressIn(text);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', ...issueOf(notAnAddress) });
    return z.NEVER;
  });

/**
 * Whether an address is in one of the ranges.
 * @throws for an invalid stored range: that key is refused rather than open to all.
 */
export function isAllowed(address: string, allowed: readonly string[]): boolean {
  return isWithin(address, allowed.map(toBlock));
}
