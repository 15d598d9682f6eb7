import { type ArgumentMetadata } from '@nestjs/common';
import { z } from 'zod';
import { Problem, ValidationPipe } from './index';

const schema = z.strictObject({
  name: z.string().trim().max(3, 'must be short'),
  count: z.int().optional(),
  tags: z.array(z.strictObject({ 'a/b~c': z.boolean() })).optional(),
});

/** What a client is told about this body. */
function errorsOf(body: unknown, type: ArgumentMetadata['type'] = 'body'): unknown {
  try {
    new ValidationPipe().transform(body, { type, schema });
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { status: error.kind.status, code: error.kind.code, errors: error.details.errors };
  }
}

const invalid = (...errors: object[]) => ({ status: 422, code: 'validation-failed', errors });

describe('what a route is sent', () => {
  it('comes to it as the schema makes it', () => {
    const value = new ValidationPipe().transform({ name: ' ab ' }, { type: 'body', schema });
    expect(value).toEqual({ name: 'ab' });
  });

  it('422 points to the field that is wrong', () => {
    expect(errorsOf({ name: 'long' })).toEqual(
      invalid({ pointer: '/name', code: 'too-long', params: { max: 3 }, detail: 'must be short' }),
    );
  });

  it('422 points to each field that is wrong', () => {
    expect(errorsOf({ name: 1, count: 1.5 })).toMatchObject(
      invalid({ pointer: '/name' }, { pointer: '/count' }),
    );
  });

  it('422 points to the first hundred faults, of fields there are and of others', () => {
    const items = Array.from({ length: 1_000 }, (_, at) => at);
    const unknown = Object.fromEntries(items.map((at) => [`field${at}`, at]));

    for (const body of [
      { name: '', tags: items },
      { name: '', ...unknown },
    ])
      expect(errorsOf(body)).toMatchObject({ errors: { length: 100 } });
  });

  it('422 points into lists, and writes / and ~ as RFC 6901 wants it', () => {
    expect(errorsOf({ name: '', tags: [{ 'a/b~c': true }, { 'a/b~c': 'yes' }] })).toMatchObject(
      invalid({ pointer: '/tags/1/a~1b~0c' }),
    );
  });

  it('422 points to each field that does not exist, wherever it is', () => {
    const body = { name: '', tags: [{ 'a/b~c': true, '~1': 1 }], companyId: 'x', '': 1 };
    expect(errorsOf(body)).toEqual(
      invalid(
        ...['/tags/0/~01', '/companyId', '/'].map((pointer) => ({
          pointer,
          code: 'unknown-field',
          params: {},
          detail: 'There is no such field.',
        })),
      ),
    );
  });

  it.each([[undefined], [null], ['text'], [[]], [7]])(
    '422 points to the whole body when it is %j',
    (body) => {
      expect(errorsOf(body)).toMatchObject(invalid({ pointer: '' }));
    },
  );

  it('422 is judged in the query as in the body', () => {
    expect(errorsOf({ name: 'ab', limit: '1' }, 'query')).toMatchObject(invalid({ pointer: '/limit' }));
  });

  it('is not repeated in the refusal', () => {
    expect(JSON.stringify(errorsOf({ name: 'CANARY', count: 'CANARY' }))).not.toContain('CANARY');
  });
});
