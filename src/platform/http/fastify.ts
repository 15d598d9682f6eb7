import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type HttpConfig } from '../config';
import { secondMs } from '../clock';
import { rewriteCorePath } from './core-path';
import { acceptJson, bodyLimitBytes } from './json-body';
import { giveTime } from './long-answer';

/** The HTTP server, with a limit on everything a client can make large or slow. */
export function fastifyAdapter(config: HttpConfig): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    trustProxy: config.trustProxy === false ? false : [...config.trustProxy],
    rewriteUrl: rewriteCorePath,
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimitBytes,
    // To send the request, to answer it, and to keep an idle connection.
    requestTimeout: 10 * secondMs,
    handlerTimeout: 20 * secondMs,
    keepAliveTimeout: 65 * secondMs,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    http: { maxHeaderSize: 16 * 1024 },
  });
  const fastify = adapter.getInstance();
  acceptJson(fastify);
  fastify.addHook('onRoute', giveTime);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  return adapter;
}
