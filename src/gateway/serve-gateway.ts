import { METHODS } from 'node:http';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { malformedRequest, problemOf, tracedBy } from '../platform/http';
import { denialOf } from './denial';
import { checkPath, GatewayQuestions } from './gateway-questions';
import { type Door } from './gateways';
import { type AllowedHeaders, type KeyCheck } from './key-check';

/** A gateway asks with the method of its client, whatever that is. CONNECT is for proxies, and the server refuses it. */
const methods = METHODS.filter((method) => method !== 'CONNECT');

/**
 * Answers gateways, past Nest, whose pipeline would cost more than the answer. Not awaited: that would boot Fastify, and what the
 * application has yet to set would not reach the routes there are.
 */
export function serveGateway(fastify: FastifyInstance, door: Door, check: KeyCheck, log: Logger): void {
  for (const method of methods.filter((one) => !fastify.supportedMethods.includes(one)))
    fastify.addHttpMethod(method);
  void fastify.register((scope, _options, done) => {
    addRoutes(scope, door, check, log);
    done();
  });
}

function addRoutes(scope: FastifyInstance, door: Door, check: KeyCheck, log: Logger): void {
  const questions = new GatewayQuestions();
  scope.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.kind.status >= 500)
      log.error(
        { requestId: request.id, ...tracedBy(request.raw), code: problem.kind.code, err: problem.cause },
        problem.message,
      );
    const { status, headers } = denialOf(problem, questions.of(request));
    void reply.status(status).headers(headers).send();
  });
  // In a hook, which is before a body would be looked at: it is meant for somebody else.
  const onRequest = (request: FastifyRequest, reply: FastifyReply, refuse: (fault: Error) => void): void => {
    const { question } = questions.of(request);
    if (question === null) throw malformedRequest();
    const allowed = check.check(request, question, door);
    if (allowed instanceof Promise) allowed.then((late) => allow(reply, late), refuse);
    else allow(reply, allowed);
  };
  for (const url of [checkPath, `${checkPath}/*`])
    scope.route({ method: methods, url, onRequest, handler: answeredBefore });
}

function allow(reply: FastifyReply, headers: AllowedHeaders): void {
  if (headers !== null) void reply.headers(headers);
  void reply.send();
}

/** @throws always: the hook before it answers every request. */
function answeredBefore(): never {
  throw new Error('A request of a gateway was not answered.');
}
