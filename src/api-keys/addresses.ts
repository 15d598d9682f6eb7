import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** From where a key may be used: addresses and CIDR blocks, IPv4 and IPv6. An empty list is none at all: from anywhere. */
export const allowedAddressesSchema = z
  .array(
    z
      .string()
      .max(64)
      .refine(isAddressOrBlock, 'must be an address or a CIDR block, like 203.0.113.7 or 2001:db8::/32'),
  )
  .max(50)
  .meta({ id: 'AllowedAddresses' });

function isAddressOrBlock(text: string): boolean {
  // Four full parts: ipaddr.js would also read 10.1 or 0x0a000001, which nobody means.
  return ipaddr.isValidCIDR(text) || ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
}

/**
 * Whether an address is in one of the ranges.
 * @throws for a stored range that is none: that key is closed rather than open to all.
 */
export function isAllowed(address: string, allowed: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 client on a dual-stack socket shows up as ::ffff:203.0.113.7.
  const client = ipaddr.process(address);
  return allowed.some((range) => {
    const [network, bits] = toBlock(range);
    return network.kind() === client.kind() && client.match(network, bits);
  });
}

function toBlock(range: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (range.includes('/')) return ipaddr.parseCIDR(range);
  const address = ipaddr.process(range);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
