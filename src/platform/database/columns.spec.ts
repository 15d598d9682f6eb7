import fc from 'fast-check';
import { getMetadataArgsStorage, type ValueTransformer } from 'typeorm';
import { z } from 'zod';
import { CountColumn, FlagColumn, JsonColumn, TimeColumn, toTime, unreadable } from './columns';

class Sample {
  @TimeColumn()
  time!: Date;

  @CountColumn()
  count!: number;

  @JsonColumn(z.union([z.null(), z.json()]), unreadable)
  json!: unknown;

  @FlagColumn()
  flag!: boolean;
}

/** How TypeORM writes and reads this property. */
function transformerOf(property: keyof Sample): ValueTransformer {
  const column = getMetadataArgsStorage().columns.find(
    ({ target, propertyName }) => target === Sample && propertyName === property,
  );
  // A cast: none of ours has a list of transformers.
  return column?.options.transformer as ValueTransformer;
}

const wholeMs = fc.date({ noInvalidDate: true });

describe('a moment', () => {
  const { to, from } = transformerOf('time');

  it('comes back to the millisecond, whether the database sends a number or, as MySQL may, a text', () => {
    fc.assert(
      fc.property(wholeMs, (time) => {
        const stored: number = to(time);
        expect(stored).toBe(time.getTime());
        expect(from(stored)).toEqual(time);
        expect(toTime(String(stored))).toEqual(time);
      }),
    );
  });

  it('is 1970 when it is 0, and null only when it is null', () => {
    expect(toTime(0)).toEqual(new Date(0));
    expect(toTime('0')).toEqual(new Date(0));
    expect(toTime(null)).toBeNull();
    expect(from(null)).toBeNull();
    expect(to(null)).toBeNull();
  });

  it.each(['x', '', '12.5', 12.5, 8.7e15])('is no time when it is %p', (stored) => {
    expect(toTime(stored).getTime()).toBeNaN();
  });

  it('leaves a condition such as "before" to TypeORM', () => {
    const condition = { '@instanceof': Symbol('FindOperator') };
    expect(to(condition)).toBe(condition);
  });
});

describe('a count', () => {
  it.each([0, 1, -1, 4_294_967_296, Number.MAX_SAFE_INTEGER])(
    'of %i is a number, also when sent as text',
    (count) => {
      const { to, from } = transformerOf('count');
      expect(from(String(to(count)))).toBe(count);
      expect(from(to(count))).toBe(count);
    },
  );

  it.each(['x', '', 1.5])('is no number when it is %p', (stored) => {
    expect(transformerOf('count').from(stored)).toBeNaN();
  });

  it('may be missing', () => {
    expect(transformerOf('count').from(null)).toBeNull();
  });
});

describe('a plain value', () => {
  const { to, from } = transformerOf('json');

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue().filter(isHarmless), (value) => {
        expect(from(to(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('comes back without a member that could change what objects are, which no body may have either', () => {
    expect(from('{"__proto__":{"operator":true},"a":1}')).toEqual({ a: 1 });
  });

  it('is null in the database, not the text "null", when there is none', () => {
    expect(to(null)).toBeNull();
    expect(from(null)).toBeNull();
  });

  it.each(['{', '', 'x'])('is unreadable when somebody damaged the row: %p', (text) => {
    expect(from(text)).toBe(unreadable);
  });

  it('that cannot be read is not written back', () => {
    expect(() => to(unreadable)).toThrow('not written back');
  });
});

describe('a flag', () => {
  const { to, from } = transformerOf('flag');

  it.each([true, false])('comes back as it was: %p', (flag) => {
    expect(from(to(flag))).toBe(flag);
  });

  it.each(['x', '', 2, '1', null])('is neither true nor false when it is %p', (stored) => {
    expect(from(stored)).toBeNull();
  });
});

function isHarmless(value: unknown): boolean {
  return !JSON.stringify(value).includes('"__proto__"');
}
