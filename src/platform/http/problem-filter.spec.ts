import {
  BadRequestException,
  InternalServerErrorException,
  NotFoundException,
  PayloadTooLargeException,
  ServiceUnavailableException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import Fastify from 'fastify';
import { QueryFailedError } from 'typeorm';
import { defineProblem, fieldFault, problemCatalogue } from '../../../libs/problems';
import { UnitTimeout } from '../database/unit-of-work';
import { DeadlineExceeded } from '../deadline';
import { GateTimeout } from '../gate';
import { createLogger } from '../logging';
import { invalidField, problem, ProblemAnswers, ProblemFilter } from './index';

const kinds = {
  tooFar: defineProblem('too-far', 409, 'That is too far.', ['by']),
  whoAreYou: defineProblem('who-are-you', 401, 'Say who you are.'),
  keepOut: defineProblem('keep-out', 403, 'Keep out.'),
  onFire: defineProblem('on-fire', 502, 'It burns.'),
};
const catalogue = problemCatalogue([{ name: 'tests', problems: Object.values(kinds) }]);
const tooFar = problem(kinds.tooFar);
const whoAreYou = problem(kinds.whoAreYou);
const keepOut = problem(kinds.keepOut);
const onFire = problem(kinds.onFire);

/** What a client gets, and the log, when a route throws this. */
async function answerTo(thrown: unknown, url = '/api/v1/here') {
  const logged: string[] = [];
  const filter = new ProblemFilter(
    new ProblemAnswers(
      createLogger('info', { write: (line) => void logged.push(line) }),
      undefined,
      catalogue,
    ),
  );
  const fastify = Fastify({ genReqId: () => 'request-7' });
  fastify.get('*', (request, reply) => filter.catch(thrown, new ExecutionContextHost([request, reply])));
  const { statusCode: status, headers, body } = await fastify.inject(url);
  await fastify.close();
  return { status, headers, body: JSON.parse(body), text: body, logged };
}

function withCode(code: string): Error {
  return Object.assign(new Error('CANARY'), { code });
}

describe('a refusal', () => {
  it('is a problem document that no cache may keep', async () => {
    const { status, headers, body } = await answerTo(tooFar());
    expect(body).toEqual({
      type: '/problems/too-far',
      title: 'That is too far.',
      status: 409,
      detail: 'That is too far.',
      code: 'too-far',
      requestId: 'request-7',
    });
    expect(status).toBe(409);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/problem\+json/),
      'cache-control': 'no-store',
    });
  });

  it('tells what is special about the case, and sends its headers', async () => {
    const special = { detail: 'By 3 km.', members: { by: 3 }, headers: { 'retry-after': '9' } };
    const { headers, body } = await answerTo(tooFar(special));
    expect(body).toMatchObject({ title: 'That is too far.', detail: 'By 3 km.', by: 3 });
    expect(headers['retry-after']).toBe('9');
  });

  it('500 that no catalogue declares; the log says which, where it is thrown and where to add it', async () => {
    const stray = problem(defineProblem('stray', 409, 'CANARY'));
    const { status, text, body, logged } = await answerTo(stray());
    expect([status, body.code]).toEqual([500, 'internal-error']);
    expect(text).not.toContain('CANARY');
    expect(logged.join('\n')).toMatch(/The problem \\"stray\\" \(409\) is thrown by .*problem-filter\.spec/);
  });

  it('422 names the fields', async () => {
    const { status, body } = await answerTo(invalidField('/name', fieldFault('too-long', { max: 3 })));
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { pointer: '/name', code: 'too-long', params: { max: 3 }, detail: 'must have at most 3 characters' },
    ]);
  });
});

describe('a cause', () => {
  const query = new QueryFailedError('INSERT CANARY', ['CANARY'], withCode('ER_PARSE_ERROR'));
  it.each([
    ['a fault nobody foresaw', new Error('CANARY', { cause: new Error('CANARY') }), 500],
    ['a failed query', query, 500],
    ['something that is no error', 'CANARY', 500],
    [
      'an object that looks like a problem',
      { kind: { status: 418, code: 'CANARY' }, message: 'CANARY' },
      500,
    ],
    ['nothing', undefined, 500],
    ['the cause of a problem', onFire({ cause: new Error('CANARY') }), 502],
    ['the cause of a refusal', tooFar({ cause: query }), 409],
    ['an exception of the framework', new InternalServerErrorException('CANARY'), 500],
    ['what the framework says of a bad request', new BadRequestException('CANARY'), 400],
    ['what it says of a path', new NotFoundException('Cannot GET /CANARY'), 404],
  ])('%s does not reach the client', async (_what, thrown, status) => {
    const answer = await answerTo(thrown);
    expect(answer.status).toBe(status);
    expect(answer.text + JSON.stringify(answer.headers)).not.toContain('CANARY');
  });

  it('stands in the log with the number of the request, when the fault is ours', async () => {
    const { logged, body } = await answerTo(new Error('no space left', { cause: new Error('disk 3') }));
    expect(body).toMatchObject({ code: 'internal-error', requestId: 'request-7' });
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        requestId: 'request-7',
        code: 'internal-error',
        err: expect.objectContaining({ message: 'no space left' }),
      }),
    ]);
  });

  it('is not logged when the client is to blame', async () => {
    expect((await answerTo(tooFar({ cause: new Error('x') }))).logged).toEqual([]);
  });
});

describe('a 401', () => {
  it('offers Bearer, and not Basic, for which a browser would open a prompt', async () => {
    const { headers } = await answerTo(whoAreYou());
    expect(headers['www-authenticate']).toBe('Bearer realm="Kunci"');
  });

  it('offers Basic too under /core', async () => {
    const { headers } = await answerTo(whoAreYou(), '/core/api/v1/me');
    expect(headers['www-authenticate']).toBe('Bearer realm="Kunci", Basic realm="Kunci", charset="UTF-8"');
  });

  it.each([keepOut(), tooFar(), new Error('x')])('alone offers anything (%#)', async (thrown) => {
    expect((await answerTo(thrown, '/core/api/v1/me')).headers).not.toHaveProperty('www-authenticate');
  });
});

describe('what the framework refuses before we are asked', () => {
  const fromFastify = (statusCode: unknown): Error => Object.assign(new Error('CANARY'), { statusCode });
  it.each([
    [400, 'malformed-request', new BadRequestException()],
    [400, 'malformed-request', fromFastify(400)],
    [404, 'not-found', new NotFoundException()],
    [404, 'not-found', fromFastify(404)],
    [413, 'payload-too-large', new PayloadTooLargeException()],
    [413, 'payload-too-large', fromFastify(413)],
    [415, 'unsupported-media-type', new UnsupportedMediaTypeException()],
    [415, 'unsupported-media-type', fromFastify(415)],
    [503, 'unavailable', new ServiceUnavailableException()],
    [503, 'unavailable', fromFastify(503)],
  ])('%i is %s', async (status, code, thrown) => {
    expect(await answerTo(thrown)).toMatchObject({ status, body: { status, code } });
  });

  it.each([200, 302, 399, 500, 600, -1, NaN, '404', null])(
    '500 is the answer to a fault that says its status is %p',
    async (statusCode) => {
      expect(await answerTo(fromFastify(statusCode))).toMatchObject({
        status: 500,
        body: { code: 'internal-error' },
      });
    },
  );
});

describe('a 503', () => {
  it.each([
    ['too many wait', new GateTimeout('Password checking')],
    ['a unit of work took too long', new UnitTimeout(5)],
    ['anything took too long', new DeadlineExceeded('An answer', 5)],
    ['the database is not there', withCode('ECONNREFUSED')],
    ['the database is busy', new QueryFailedError('x', [], withCode('SQLITE_BUSY'))],
    ['retrying a deadlock did not help', new QueryFailedError('x', [], withCode('ER_LOCK_DEADLOCK'))],
    ['the server is stopping', new ServiceUnavailableException()],
  ])('says when to come back: %s', async (_what, thrown) => {
    const { status, headers, body, logged } = await answerTo(thrown);
    expect({ status, code: body.code, again: headers['retry-after'] }).toEqual({
      status: 503,
      code: 'unavailable',
      again: '1',
    });
    expect(logged).toHaveLength(1);
  });
});
