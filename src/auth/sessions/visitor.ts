import { isIP } from 'node:net';
import { type FastifyRequest } from 'fastify';
import { type Visitor } from './sessions';

const mostCharacters = 255;
/** The longest an address has, with some room for the zone that may stand behind it. */
const longestAddress = 64;

/**
 * From where a request came and with what. The address is a proxy's word only where `TRUST_PROXY` says so; and where that
 * word is no address, as when a client within the trusted block made it up, it came from nowhere.
 */
export function visitorOf(request: FastifyRequest): Visitor {
  const userAgent = request.headers['user-agent'] ?? null;
  const isTooLong = userAgent !== null && userAgent.length > mostCharacters;
  const { ip } = request;
  const address = isIP(ip) !== 0 && ip.length <= longestAddress ? ip : null;
  return { address, userAgent: isTooLong ? userAgent.slice(0, mostCharacters) : userAgent };
}
