import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type HttpConfig } from '../config';
import { secondMs } from '../clock';
import { trustIn } from './client-address';
import { rewriteCorePath } from './core-path';
import { malformedRequest } from './http.problems';
import { acceptJson, bodyLimitBytes } from './json-body';
import { giveTime } from './long-answer';
import { bodyOf } from './problem-filter';

const maxHeaderBytes = 16 * 1024;

/** The HTTP server, with a limit on everything a client can make large or slow. */
export function fastifyAdapter(config: HttpConfig): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    trustProxy: config.trustProxy === false ? false : trustIn(config.trustProxy),
    rewriteUrl: rewriteCorePath,
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimitBytes,
    // To send the request, to answer it, and to keep an idle connection.
    requestTimeout: 10 * secondMs,
    handlerTimeout: 20 * secondMs,
    keepAliveTimeout: 65 * secondMs,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // No parameter is too long for the router; an id that is too long names nothing, and that is a 404.
    routerOptions: { maxParamLength: maxHeaderBytes, ignoreTrailingSlash: false },
    // What is not UTF-8 the router refuses before our filter is asked, and would repeat the address, which may hold a key.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const body = bodyOf(malformedRequest(), request.id);
      void reply.status(400).header('x-request-id', request.id).type('application/problem+json').send(body);
    },
    http: { maxHeaderSize: maxHeaderBytes },
  });
  const fastify = adapter.getInstance();
  acceptJson(fastify);
  fastify.addHook('onRoute', giveTime);
  keepOutOfCaches(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  return adapter;
}

/** What depends on who asks is nobody else's, and not for a cache on the way either. */
function keepOutOfCaches(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      void reply.header('cache-control', 'no-store');
    }
    done(null, payload);
  });
}
