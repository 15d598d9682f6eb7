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
  return isAddress(text) || ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text);
}

// Four full parts: ipaddr.js would also read 10.1 or 0x0a000001, which nobody means.
function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
}

// What stands before the IPv4 address in ::ffff:203.0.113.7.
const mappedBits = 96;

/**
 * Whether an address is in one of the ranges.
 * @throws for a stored range that is none: that key is closed rather than open to all.
 */
export function isAllowed(address: string, allowed: readonly string[]): boolean {
  if (!isAddress(address)) return false;
  // An IPv4 client on a dual-stack socket shows up as ::ffff:203.0.113.7.
  const client = ipaddr.process(address);
  return allowed.some((range) => {
    const [network, bits] = toBlock(range);
    return network.kind() === client.kind() && client.match(network, bits);
  });
}

function toBlock(range: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const [network, bits] = range.includes('/') ? ipaddr.parseCIDR(range) : wholeAddress(range);
  const isMapped = network instanceof ipaddr.IPv6 && network.isIPv4MappedAddress() && bits >= mappedBits;
  return isMapped ? [network.toIPv4Address(), bits - mappedBits] : [network, bits];
}

function wholeAddress(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
