import { type FastifyInstance } from 'fastify';
import { type SigningKeys } from './signing-keys';

export const jwksPath = '/.well-known/jwks.json';

/** Publishes what identities are verified with. It changes only with a restart, so everybody may keep it for a while. */
export function serveSigningKeys(fastify: FastifyInstance, keys: SigningKeys): void {
  const text = JSON.stringify(keys.published());
  fastify.get(jwksPath, (_request, reply) => {
    void reply.type('application/jwk-set+json').header('cache-control', 'public, max-age=300').send(text);
  });
}
