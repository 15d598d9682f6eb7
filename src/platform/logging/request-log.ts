import { type FastifyInstance } from 'fastify';
import { type Logger } from 'pino';
import { tracedBy } from '../http';

/** One line per request. It names the route, not the address: addresses hold what people typed, sometimes a key. */
export function logRequests(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        requestId: request.id,
        ...tracedBy(request.raw),
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
}
