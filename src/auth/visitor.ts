import { type FastifyRequest } from 'fastify';
import { type Visitor } from './sessions';

const mostCharacters = 255;

/** From where a request came and with what. The address is a proxy's word only where `TRUST_PROXY` says so. */
export function visitorOf(request: FastifyRequest): Visitor {
  const userAgent = request.headers['user-agent'] ?? null;
  const isTooLong = userAgent !== null && userAgent.length > mostCharacters;
  return { address: request.ip, userAgent: isTooLong ? userAgent.slice(0, mostCharacters) : userAgent };
}
