import ipaddr from 'ipaddr.js';

// What one customer has of IPv6: a customer who has one address there has 2^64 of them.
const networkParts = 4;

/** What counts as one address: the address itself, or its /64 for IPv6. IPv4 mapped into IPv6 is IPv4. */
export function addressBlock(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, networkParts).join(':') : parsed.toString();
}
