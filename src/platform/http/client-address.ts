import { type FastifyRequest } from 'fastify';
import { addressIn, isWithin, toBlock } from '../ip';

/**
 * The address that a request comes from, wherever one is asked for: the connection's, or what a trusted proxy says in
 * `X-Forwarded-For`. Where that is no address, it is the nearest one on the way that is: never no address at all, which
 * `allowedAddresses` would refuse, and which strangers would share.
 *
 * @returns null only when the connection is gone already.
 */
export function clientAddress(request: Pick<FastifyRequest, 'ip' | 'ips'>): string | null {
  // A cast: Fastify types an address even where the socket has lost it.
  const ip = request.ip as string | undefined;
  if (ip === undefined) return null;
  const client = addressIn(ip);
  if (client !== null) return client;
  return (request.ips ?? []).reduce<string | null>((nearest, hop) => addressIn(hop) ?? nearest, null);
}

/**
 * The address that a gateway says its client has, where the connection is the gateway's own and never a client's.
 *
 * @returns null where it says none: its own address in the place of that would be good for keys that may be used from there.
 */
export function forwardedAddress({ ips = [] }: Pick<FastifyRequest, 'ips'>): string | null {
  // The first of them is the connection.
  const ip = ips.length > 1 ? ips.at(-1) : undefined;
  if (ip === undefined) return null;
  return addressIn(ip) ?? clientAddress({ ip, ips: ips.slice(1) });
}

/**
 * Which hops may say who the client is. The server asks this from the connection outwards, and a proxy that writes a port
 * behind the address of the one before it must not end the chain.
 * @param proxies addresses and CIDR blocks.
 */
export function trustIn(proxies: readonly string[]): (hop: string) => boolean {
  const blocks = proxies.map(toBlock);
  return (hop) => {
    const address = addressIn(hop);
    return address !== null && isWithin(address, blocks);
  };
}
