import fc from 'fast-check';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { fieldFault, fieldFaultCodes, fieldFaults } from './field-faults';
import { faultsOf, issueOf } from './zod-faults';

const body = z.strictObject({
  name: z.string().min(2).max(5),
  count: z.int().min(1).max(9).optional(),
  tags: z.array(z.string()).min(1).max(2).optional(),
  color: z.enum(['red', 'blue']).optional(),
  on: z.iso.date().optional(),
  at: z.iso.datetime().optional(),
  id: z.uuid().optional(),
  moment: z.union([z.string(), z.string()]).optional(),
  either: z.union([z.string(), z.int()]).optional(),
  deep: z.strictObject({ flag: z.boolean() }).optional(),
  free: z.record(z.string(), z.string().max(3)).optional(),
  pin: z
    .string()
    .refine((pin) => pin !== '111111', issueOf(fieldFault('easy-pin', {})))
    .optional(),
  word: z
    .string()
    .refine((word) => word !== 'no')
    .optional(),
});

const found = (sent: unknown, schema: z.ZodType = body) =>
  (schema.safeParse(sent).error?.issues ?? [])
    .flatMap((issue) => faultsOf(issue, sent))
    .map(({ path, fault: { code, params } }) => ({ path: path.join('.'), code, params }));

describe('a fault of a field', () => {
  it.each([
    [{}, 'name', 'required', {}],
    [{ name: 1 }, 'name', 'wrong-type', { expected: 'string' }],
    [{ name: null }, 'name', 'wrong-type', { expected: 'string' }],
    [{ name: 'a' }, 'name', 'too-short', { min: 2 }],
    [{ name: 'abcdef' }, 'name', 'too-long', { max: 5 }],
    [{ name: 'ab', count: 0 }, 'count', 'too-small', { min: 1 }],
    [{ name: 'ab', count: 10 }, 'count', 'too-large', { max: 9 }],
    [{ name: 'ab', count: 1.5 }, 'count', 'wrong-type', { expected: 'integer' }],
    [{ name: 'ab', tags: [] }, 'tags', 'too-few', { min: 1 }],
    [{ name: 'ab', tags: ['a', 'b', 'c'] }, 'tags', 'too-many', { max: 2 }],
    [{ name: 'ab', tags: [1] }, 'tags.0', 'wrong-type', { expected: 'string' }],
    [{ name: 'ab', color: 'green' }, 'color', 'not-one-of', { allowed: ['red', 'blue'] }],
    [{ name: 'ab', on: '2026-02-30' }, 'on', 'not-a-date', {}],
    [{ name: 'ab', at: 'noon' }, 'at', 'not-a-time', {}],
    [{ name: 'ab', id: '7' }, 'id', 'invalid-format', { format: 'uuid' }],
    [{ name: 'ab', moment: 7 }, 'moment', 'wrong-type', { expected: 'string' }],
    [{ name: 'ab', either: true }, 'either', 'invalid', {}],
    [{ name: 'ab', deep: {} }, 'deep.flag', 'required', {}],
    [{ name: 'ab', free: 7 }, 'free', 'wrong-type', { expected: 'object' }],
    [{ name: 'ab', free: { a: 'long' } }, 'free.a', 'too-long', { max: 3 }],
    [{ name: 'ab', deep: { flag: true, other: 1 } }, 'deep.other', 'unknown-field', {}],
    [{ name: 'ab', pin: '111111' }, 'pin', 'easy-pin', {}],
    [{ name: 'ab', word: 'no' }, 'word', 'invalid', {}],
    [undefined, '', 'wrong-type', { expected: 'object' }],
  ])('is named by a code, with its limits: %j', (sent, path, code, params) => {
    expect(found(sent)).toEqual([{ path, code, params }]);
  });

  it('is the same to a schema of zod/mini', () => {
    const schema = mini.object({ name: mini.string().check(mini.minLength(2)) });
    const sent = { name: 'a' };
    const [issue] = mini.safeParse(schema, sent).error?.issues ?? [];

    expect(issue && faultsOf(issue, sent)).toMatchObject([
      { path: ['name'], fault: { code: 'too-short', params: { min: 2 } } },
    ]);
  });

  it('never repeats what was sent, whatever that is', () => {
    const mark = 'CANARY';
    const marked = fc.string({ maxLength: 9 }).map((text) => `${mark}${text}`);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        marked,
        fc.constantFrom(null, true, 987_654_321, -987_654_321.5),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(marked, fc.constantFrom(...Object.keys(body.shape))), tie('tree'), {
          maxKeys: 6,
        }),
      ),
    }));

    fc.assert(
      fc.property(tree, (sent) => {
        const params = JSON.stringify(found(sent).map((fault) => fault.params));
        expect(params).not.toContain(mark);
        expect(params).not.toContain('987654321');
      }),
    );
  });
});

describe('the table of faults', () => {
  it('spells codes in kebab-case', () => {
    expect(fieldFaultCodes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('has a param for every slot of a sentence, and none besides', () => {
    for (const { detail, params } of Object.values(fieldFaults)) {
      const slots = [...detail.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect([detail, slots]).toEqual([detail, params]);
    }
  });

  it('fills the sentence in', () => {
    expect(fieldFault('not-one-of', { allowed: ['day', 'month'] }).detail).toBe('must be one of day, month');
  });

  it('wants the params of its code', () => {
    // @ts-expect-error A text that is too short is so by a limit.
    expect(fieldFault('too-short', {}).code).toBe('too-short');
  });
});
