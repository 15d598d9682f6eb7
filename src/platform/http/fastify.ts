import { randomUUID } from 'node:crypto';
import { type Server } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  type FastifyHttpOptions,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { type HttpConfig } from '../config';
import { secondMs } from '../clock';
import { leaveBasePath } from './base-path';
import { trustIn } from './client-address';
import { rewriteCorePath } from './core-path';
import { allowOrigins } from './cross-origin';
import { isGatewayPath } from './gateway-path';
import { malformedRequest } from './http.problems';
import { acceptJson, bodyLimitBytes } from './json-body';
import { giveRoom } from './long-body';
import { OpenRequests } from './open-requests';
import { type ProblemAnswers } from './problem-answers';
import { type SecurityHeaders, securityHeadersFor } from './security-headers';
import { answerRefusalsAsProblems, answerUnreadable } from './server-refusals';
import { withoutTrailingSlash } from './trailing-slash';

const maxHeaderBytes = 16 * 1024;
/** For its header fields, and for all of it. */
const requestTimeoutMs = 10 * secondMs;
/** How often Node looks whether a request took too long; by itself it looks every 30 s. */
const connectionsCheckingIntervalMs = secondMs / 4;

/** What a server is told of its network. */
interface Network extends HttpConfig {
  /** Whether every connection is that of a proxy, which says who its client is. */
  readonly onlyProxiesConnect?: boolean;
}

/**
 * The HTTP server, with a limit on everything a client can make large or slow, and a problem for everything it refuses.
 * @param security the headers that every answer of a kind has.
 */
export function fastifyAdapter(
  config: Network,
  security: SecurityHeaders,
  answers: ProblemAnswers,
): FastifyAdapter {
  const adapter = new ProblemAdapter(optionsFor(config, answers));
  const fastify = adapter.getInstance();
  new OpenRequests().watch(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(securityHeadersFor(request.url, security)).header('x-request-id', request.id);
    done();
  });
  allowOrigins(fastify, config.corsOrigins);
  answerRefusalsAsProblems(fastify, answers, config.basePath);
  acceptJson(fastify);
  fastify.addHook('onRoute', giveRoom);
  return adapter;
}

function optionsFor(config: Network, answers: ProblemAnswers): FastifyHttpOptions<Server> {
  return {
    logger: false,
    trustProxy: trusted(config),
    rewriteUrl: (request) => {
      leaveBasePath(request, config.basePath);
      return withoutTrailingSlash(rewriteCorePath(request), request.method);
    },
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimitBytes,
    // To send the request, and to keep an idle connection; `OpenRequests` limits the time to answer it.
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: 65 * secondMs,
    forceCloseConnections: 'idle',
    // Fastify's own 503 is no problem document; `answerRefusalsAsProblems` has one.
    return503OnClosing: false,
    // No parameter is too long for the router; an id that is too long names nothing, and that is a 404.
    routerOptions: { maxParamLength: maxHeaderBytes, ignoreTrailingSlash: false },
    // What is not UTF-8 the router refuses before any handler is asked, and would repeat the address, which may hold a key.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      isGatewayPath(request.url)
        ? void reply.status(400).send()
        : answers.send(malformedRequest(), request, reply),
    clientErrorHandler: answerUnreadable(answers),
    http: {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: connectionsCheckingIntervalMs,
      // Node's own 400 has no body; `answerRefusalsAsProblems` has one.
      requireHostHeader: false,
    },
  };
}

function trusted({ trustProxy, onlyProxiesConnect = false }: Network) {
  if (trustProxy === false && !onlyProxiesConnect) return false;
  const isTrusted = trustIn(trustProxy === false ? [] : trustProxy);
  return onlyProxiesConnect ? (hop: string, at: number) => at === 0 || isTrusted(hop) : isTrusted;
}

/** Nest would put handlers of its own in the place of those that answer for the whole server. */
class ProblemAdapter extends FastifyAdapter {
  override setErrorHandler(): FastifyInstance {
    return this.getInstance();
  }

  override setNotFoundHandler(): FastifyInstance {
    return this.getInstance();
  }
}
