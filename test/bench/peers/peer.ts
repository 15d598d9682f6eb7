import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { answer } from '../answering';
import { serverAnswers } from '../server-answers';
import { type PeerTask } from './task';

/** The task this process was started with. */
export function peerTask(): PeerTask {
  // A cast: `ServerUnderTest.peer` wrote it.
  return JSON.parse(process.argv[2] ?? '') as PeerTask;
}

/**
 * Lets a server of another make do what every answer of Kunci costs: the same header fields, a random request id, and one log
 * line with the same facts. They are put together once, and pino writes as it does by default: nobody builds it cheaper unasked.
 */
export function answerAlike(fastify: FastifyInstance, { headers }: PeerTask): void {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    const { id, method, routeOptions } = request;
    const durationMs = Math.round(reply.elapsedTime);
    log.info(
      { requestId: id, method, route: routeOptions.url, status: reply.statusCode, durationMs },
      'request',
    );
    done();
  });
}

/** Request ids and kept connections like ours. */
export const peerOptions = { genReqId: (): string => randomUUID(), keepAliveTimeout: 65_000 };

/** Listens, and answers whoever measures. */
export async function serve(listen: () => Promise<string>): Promise<void> {
  const address = await listen();
  process.once('SIGTERM', () => process.exit(0));
  answer(serverAnswers(address));
}
