import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { isCorePath } from './core-path';
import { isOAuthPath } from './oauth-path';

const hour = 3_600;

/** What scripts of other sites may do here, told to their browser before it sends anything (CORS, in the Fetch standard). */
const preflightHeaders = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers':
    'authorization, content-type, idempotency-key, kunci-company, traceparent, x-api-key',
  'access-control-max-age': String(2 * hour),
};

/** What they may read of an answer beside its body. */
const readable =
  'idempotency-replayed, kunci-key-expires, kunci-reason, ratelimit, ratelimit-policy, retry-after, www-authenticate, x-request-id';

/**
 * Lets the scripts of some other sites call what is under `/core` and `/oauth2`, which take keys only: no cookie counts there, so such a script
 * can do no more than whoever holds the key that it sends. Everything else of this server stays closed to them.
 *
 * @param origins as browsers write them, like `https://app.example.com`; each exactly
 */
export function allowOrigins(fastify: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  fastify.addHook('onRequest', (request, reply, done) => {
    const allowed = headersFor(request, origins);
    if (allowed !== null) void reply.headers(allowed);
    if (allowed !== null && 'access-control-allow-origin' in allowed && isPreflight(request))
      void reply.status(204).headers(preflightHeaders).send();
    else done();
  });
}

/** Null where scripts of other sites get nothing, whoever they are. */
function headersFor(
  { originalUrl, headers: { origin } }: FastifyRequest,
  origins: readonly string[],
): Record<string, string> | null {
  if (!isCorePath(originalUrl) && !isOAuthPath(originalUrl)) return null;
  // Also for those who get nothing: a cache must not hand them what another origin got.
  const vary = { vary: 'Origin' };
  if (origin === undefined || !origins.includes(origin)) return vary;
  return { ...vary, 'access-control-allow-origin': origin, 'access-control-expose-headers': readable };
}

/** The browser asks first, by itself: it never sends a key with that. */
function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}
