import { type FastifyRequest } from 'fastify';
import { clientAddress } from '../../platform/http';
import { type Visitor } from './sessions';

const maxCharacters = 255;

/** From where a request came and with what. */
export function visitorOf(request: FastifyRequest): Visitor {
  return { address: clientAddress(request), userAgent: userAgentOf(request) };
}

/** With what a request came, as far as it is kept. */
export function userAgentOf(request: FastifyRequest): string | null {
  const userAgent = request.headers['user-agent'] ?? null;
  const isTooLong = userAgent !== null && userAgent.length > maxCharacters;
  return isTooLong ? userAgent.slice(0, maxCharacters) : userAgent;
}
