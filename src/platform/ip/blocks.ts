import ipaddr from 'ipaddr.js';

/** A network and the number of bits that its addresses share. */
export type Block = readonly [network: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** Whether a text is an address or a CIDR block, IPv4 or IPv6. */
export function isAddressOrBlock(text: string): boolean {
  return isAddress(text) || ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text);
}

// Four full parts: ipaddr.js would also read 10.1 or 0x0a000001, which nobody means.
function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
}

/** Whether an address is in one of the blocks. What is no address is in none. */
export function isWithin(address: string, blocks: readonly Block[]): boolean {
  if (!isAddress(address)) return false;
  // An IPv4 client on a dual-stack socket shows up as ::ffff:203.0.113.7.
  const client = ipaddr.process(address);
  return blocks.some(([network, bits]) => network.kind() === client.kind() && client.match(network, bits));
}

/** Whether each address of a block is in one and the same of the others. */
export function isBlockWithin([network, bits]: Block, blocks: readonly Block[]): boolean {
  return blocks.some(
    ([outer, outerBits]) =>
      outer.kind() === network.kind() && outerBits <= bits && network.match(outer, outerBits),
  );
}

// What stands before the IPv4 address in ::ffff:203.0.113.7.
const mappedBits = 96;

/** Reads an address or a CIDR block. @throws for a text that is neither. */
export function toBlock(text: string): Block {
  const [network, bits] = text.includes('/') ? ipaddr.parseCIDR(text) : wholeAddress(text);
  const isMapped = network instanceof ipaddr.IPv6 && network.isIPv4MappedAddress() && bits >= mappedBits;
  return isMapped ? [network.toIPv4Address(), bits - mappedBits] : [network, bits];
}

function wholeAddress(text: string): Block {
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
