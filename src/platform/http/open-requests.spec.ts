import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import { secondMs } from '../clock';
import { createLogger } from '../logging';
import { type AnswerLimits, OpenRequests } from './open-requests';
import { ProblemAnswers } from './problem-answers';
import { answerRefusalsAsProblems } from './server-refusals';

const over: AnswerLimits = { usualMs: -1, longMs: -1 };
const farOff: AnswerLimits = { usualMs: 20 * secondMs, longMs: 20 * secondMs };
const overUnlessLong: AnswerLimits = { ...over, longMs: farOff.longMs };

describe('a request that is not answered yet', () => {
  let server: FastifyInstance;
  let isAsked: Promise<void>;

  afterEach(() => server.close());

  /** A server whose handlers never come to an end. */
  function serveForever(limits: AnswerLimits): OpenRequests {
    const requests = new OpenRequests(limits);
    server = fastify();
    requests.watch(server);
    answerRefusalsAsProblems(server, new ProblemAnswers(createLogger('silent')), '');
    isAsked = new Promise((asked) => {
      const neverAnswer = (): Promise<never> => {
        asked();
        return new Promise<never>(() => {});
      };
      server.get('/usual', neverAnswer);
      server.post('/body', neverAnswer);
      server.get('/long', { config: { longAnswer: true } }, neverAnswer);
      server.get('/begun', (_request, reply) => {
        const body = new Readable({ read: () => {} });
        body.push('begun');
        reply.raw.once('pipe', () => setImmediate(asked));
        return reply.send(body);
      });
    });
    return requests;
  }

  const ask = (url: string) => server.inject({ url, headers: { host: 'kunci.test' } });
  /** Whether it is still open after everything that can happen at once has happened. */
  const isOpen = (answer: Promise<unknown>) =>
    Promise.race([answer.then(() => false), new Promise((later) => setImmediate(() => later(true)))]);

  it('is answered 503 when its time is over', async () => {
    const requests = serveForever(over);
    const answer = ask('/usual');
    await isAsked;

    requests.endLate();

    const { statusCode, headers, body } = await answer;
    expect({ statusCode, retryAfter: headers['retry-after'] }).toEqual({ statusCode: 503, retryAfter: '1' });
    expect(JSON.parse(body)).toMatchObject({ code: 'unavailable' });
  });

  it('stays open until then', async () => {
    const requests = serveForever(farOff);
    const answer = ask('/usual');
    await isAsked;

    requests.endLate();

    expect(await isOpen(answer)).toBe(true);
    expect(requests.endLate()).toBe(1);
  });

  it('has longer where its route says that the answer is long', async () => {
    const requests = serveForever(overUnlessLong);
    const answer = ask('/long');
    await isAsked;

    requests.endLate();

    expect(await isOpen(answer)).toBe(true);
  });

  it('loses its connection where the answer has begun, for its end cannot be told in another way', async () => {
    const requests = serveForever(over);
    const answer = ask('/begun');
    await isAsked;

    requests.endLate();

    await expect(answer).rejects.toThrow();
  });

  it('is forgotten once it is answered, and no other with it', async () => {
    const requests = serveForever(farOff);
    const before = ask('/usual');
    const after = ask('/usual');
    await isAsked;

    await ask('/nothing-is-here');

    expect(requests.endLate()).toBe(2);
    expect(await isOpen(before)).toBe(true);
    expect(await isOpen(after)).toBe(true);
  });

  it.each([
    ['that is being worked at', 'GET /usual HTTP/1.1\r\nhost: kunci.test\r\n\r\n', 1],
    ['that waits behind another', 'GET /usual HTTP/1.1\r\nhost: kunci.test\r\n\r\n'.repeat(3), 3],
    [
      'whose body has not come',
      'POST /body HTTP/1.1\r\nhost: kunci.test\r\ncontent-type: text/plain\r\ncontent-length: 9\r\n\r\nbe',
      1,
    ],
  ])('is forgotten once its client has left: one %s', async (_what, sent, count) => {
    const requests = serveForever(farOff);
    await server.listen({ host: '127.0.0.1', port: 0 });
    const client = connect(portOf(server), '127.0.0.1');
    const [accepted] = (await once(server.server, 'connection')) as [Socket];
    const hasBegun = new Promise<void>((begun) => {
      let begins = 0;
      server.server.on('request', () => (begins += 1) === count && begun());
    });
    client.write(sent);
    await hasBegun;
    expect(requests.endLate()).toBe(count);

    client.destroy();
    // A body that breaks off is also an error of the connection, which is not looked at here.
    await new Promise((closed) => accepted.once('close', closed));

    expect(requests.endLate()).toBe(0);
  });
});

function portOf(server: FastifyInstance): number {
  const [address] = server.addresses();
  if (address === undefined || typeof address === 'string') throw new Error('The server does not listen.');
  return address.port;
}
