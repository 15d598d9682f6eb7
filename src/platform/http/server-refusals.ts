import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Duplex } from 'node:stream';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { secondMs } from '../clock';
import { isOutside } from './base-path';
import {
  expectationFailed,
  malformedRequest,
  methodNotAllowed,
  notFound,
  ofStatus,
  unavailable,
} from './http.problems';
import { KnownAddresses } from './known-addresses';
import { type Problem } from './problem';
import { asBytes, type ProblemAnswers } from './problem-answers';

/** How long a client that is still sending may take to read why it was refused. */
const lingerMs = secondMs;

/**
 * Makes everything that the server refuses by itself a problem: no such address, another method, a body that cannot be read,
 * a handler that takes too long, a server that is closing. Nest sets handlers of its own later, which reach only the routes
 * that are not complete by then; so these are set first, before there is any route, and they stay.
 */
export function answerRefusalsAsProblems(
  fastify: FastifyInstance,
  answers: ProblemAnswers,
  basePath: string,
): void {
  const known = new KnownAddresses();
  const nothingFor = (request: FastifyRequest): Problem =>
    isOutside(request.url) ? outsideOf(basePath) : notThere(request, known);
  let closing = false;
  fastify.setErrorHandler((error, request, reply) => answers.send(error, request, reply));
  fastify.setNotFoundHandler((request, reply) => answers.send(nothingFor(request), request, reply));
  fastify.addHook('onRoute', (route) => known.learn(route));
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    // Before a body is read: whatever it holds, it is not wanted.
    if (request.is404) done(nothingFor(request));
    else if (closing) done(unavailable({ headers: { 'retry-after': '1', connection: 'close' } }));
    else if (hasOneHost(request.raw)) done();
    else done(malformedRequest({ detail: 'The header Host has to be there, once.' }));
  });
  answerUnparsed(fastify, answers);
}

/** What Node would answer without asking Fastify, or not at all. */
function answerUnparsed({ server }: FastifyInstance, answers: ProblemAnswers): void {
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { status, headers, body } = answers.bare(expectationFailed(), null);
    response.writeHead(status, headers).end(body);
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    const refusal = methodNotAllowed({ detail: 'This is no proxy.', headers: { allow: '' } });
    leave(socket, asBytes(answers.bare(refusal, null)));
  });
}

/** For Node's `clientError`: bytes that are no HTTP, header fields that are too large, a request that takes too long. */
export function answerUnreadable(answers: ProblemAnswers): (error: Error, socket: Duplex) => void {
  return (error, socket) => {
    // The parser complains of each further piece of what it has refused already, and of what was cut off.
    if (!socket.writable || socket.writableEnded) return;
    const code = 'code' in error ? error.code : undefined;
    if (code === 'ECONNRESET' || hasBegunToAnswer(socket)) {
      socket.destroy(error);
      return;
    }
    leave(socket, asBytes(answers.bare(ofStatus(statusOf(code), error), error)));
  };
}

function statusOf(code: unknown): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
}

/** Two answers to one request would be read as the answer to the next. Node keeps the one under way at the socket. */
function hasBegunToAnswer(socket: Duplex): boolean {
  const answer = '_httpMessage' in socket ? (socket._httpMessage as ServerResponse | null) : null;
  return answer?.headersSent ?? false;
}

/** A socket that is destroyed while its client still sends is reset, and the client may never read the answer. */
function leave(socket: Duplex, answer: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(answer);
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

/** A proxy that takes the path off is the likeliest reason, and whoever sets it up reads this. */
function outsideOf(basePath: string): Problem {
  return notFound({
    detail: `This server answers below ${basePath}, the path of PUBLIC_URL. A proxy in front has to hand that path on.`,
  });
}

function notThere(request: FastifyRequest, known: KnownAddresses): Problem {
  const methods = known.methodsOf(request.url.split('?', 1)[0] ?? '');
  if (methods.length === 0 || methods.includes(request.method)) return notFound();
  return methodNotAllowed({ headers: { allow: methods.join(', ') } });
}

/**
 * RFC 9112, 3.2. Node refuses a request without `Host` too, but without a word, and of several it takes the first: the server
 * and a proxy before it may then disagree about which.
 */
function hasOneHost({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    // By length first: this is done for every header of every request.
    if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === 'host') hosts += 1;
  }
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}
