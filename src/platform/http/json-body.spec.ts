import { gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import fc from 'fast-check';
import { acceptJson, bodyLimitBytes } from './json-body';
import { Problem } from './problem';

/** A server that only says what it understood. */
function anEcho(): FastifyInstance {
  const fastify = Fastify();
  acceptJson(fastify);
  fastify.setErrorHandler((error, _request, reply) => {
    const refusal = error instanceof Problem ? { code: error.kind.code, detail: error.message } : {};
    // A cast: what is no problem of ours is Fastify's, which has a status code.
    const status =
      error instanceof Problem ? error.kind.status : (error as { statusCode: number }).statusCode;
    return reply.status(status).send(refusal);
  });
  fastify.post('/', (request) => ({ understood: request.body ?? 'nothing' }));
  return fastify;
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('a request body', () => {
  const fastify = anEcho();
  afterAll(() => fastify.close());

  const send = async (payload: string | Buffer, type = 'application/json') => {
    const response = await fastify.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': type },
      payload,
    });
    return { status: response.statusCode, body: response.json() };
  };
  const understood = (body: unknown) => ({ status: 200, body: { understood: body } });
  const refused = {
    status: 400,
    body: { code: 'malformed-request', detail: 'The body is not JSON that can be accepted.' },
  };

  it('is understood whatever JSON it is', async () => {
    const notTooDeep = fc
      .jsonValue({ maxDepth: 8 })
      .filter((value) => !JSON.stringify(value).includes('__proto__'));
    await fc.assert(
      fc.asyncProperty(notTooDeep, async (value) => {
        // Through JSON, for which -0 is 0.
        expect(await send(JSON.stringify(value))).toEqual(
          understood(JSON.parse(JSON.stringify(value ?? 'nothing'))),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('counts as none when it is empty', async () => {
    expect(await send('')).toEqual(understood('nothing'));
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'nonsense'])(
    'counts as none when it is empty, whatever its type: %s',
    async (type) => {
      expect(await send('', type)).toEqual(understood('nothing'));
    },
  );

  it('400 is refused when it is no UTF-8', async () => {
    expect(await send(Buffer.from('{"a":"\xff"}', 'latin1'))).toEqual(refused);
  });

  it('415 is refused when it is packed', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await fastify.inject({ method: 'POST', url: '/', headers, payload: gzipSync('{}') });
    expect(answer.statusCode).toBe(415);
  });

  it('is also taken where the media type names a charset', async () => {
    expect(await send('{"a":1}', 'application/json; charset=utf-8')).toEqual(understood({ a: 1 }));
  });

  it.each([
    ['cut off', '{"a":'],
    ['followed by something', '{} {}'],
    ['only blanks', '  '],
    ['in single quotes', "{'a':1}"],
    ['with a comment', '{/* */}'],
    ['with a comma too many', '[1,]'],
    ['not a number', 'NaN'],
    ['begun by a byte order mark', '\ufeff{}'],
  ])('400 is refused when it is %s', async (_what, text) => {
    expect(await send(text)).toEqual(refused);
  });

  it('is never repeated in the refusal', async () => {
    expect(JSON.stringify(await send('{"password": CANARY}'))).not.toContain('CANARY');
  });

  describe('that is deep', () => {
    it('is taken with 16 levels and 400 refused with 17', async () => {
      expect((await send(nested(16))).status).toBe(200);
      expect(await send(nested(17))).toEqual(refused);
      expect(await send(`{"a":${nested(16)}}`)).toEqual(refused);
    });

    it('400 is refused without running out of stack', async () => {
      expect(await send('['.repeat(bodyLimitBytes))).toEqual(refused);
      expect(await send('{"a":'.repeat(bodyLimitBytes / 5))).toEqual(refused);
    });

    it('is wide, not deep, with many neighbours', async () => {
      expect((await send(`[${Array(1_000).fill('[{}]').join()}]`)).status).toBe(200);
    });

    it.each([
      ['brackets in a text', JSON.stringify('['.repeat(99))],
      ['brackets behind an escaped quote', JSON.stringify(`"${'['.repeat(99)}`)],
      ['brackets behind an escaped backslash and quote', JSON.stringify(`\\"${'{'.repeat(99)}`)],
      ['brackets in a name', JSON.stringify({ ['['.repeat(99)]: 1 })],
    ])('is not what %s make', async (_what, text) => {
      expect(await send(text)).toEqual(understood(JSON.parse(text)));
    });

    it('is found also behind a text that ends in a backslash', async () => {
      expect(await send(`["\\\\",${nested(16)}]`)).toEqual(refused);
    });
  });

  describe('that reaches into prototypes', () => {
    it.each([
      '{"__proto__":{"admin":true}}',
      '{"a":[{"__proto__":1}]}',
      '{"\\u005f_proto__":null}',
      '{"__proto__":1,"__proto__":2}',
    ])('400 is refused: %s', async (text) => {
      expect(await send(text)).toEqual(refused);
    });

    it('is harmless where it only speaks of them', async () => {
      expect(await send('{"a":"__proto__"}')).toEqual(understood({ a: '__proto__' }));
    });
  });

  it('413 is refused when it is larger than 64 KiB, and taken at that', async () => {
    const filling = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 2));
    expect((await send(filling(bodyLimitBytes))).status).toBe(200);
    expect((await send(filling(bodyLimitBytes + 1))).status).toBe(413);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/json'])(
    '415 is refused as %s',
    async (type) => {
      expect((await send('{}', type)).status).toBe(415);
    },
  );
});
