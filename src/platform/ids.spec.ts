import fc from 'fast-check';
import { TestClock } from '../../test/support/test-clock';
import { Ids, isId } from './ids';

describe('ids', () => {
  it('are UUIDs of version 7 that tell their millisecond', () => {
    const clock = new TestClock();
    const id = new Ids(clock).next();

    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(clock.now().getTime());
    expect(isId(id)).toBe(true);
  });

  it('sort in the order they were made, also while the clock stands still or goes back', () => {
    const steps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -5_000, max: 5_000 })), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, (moves) => {
        const clock = new TestClock();
        const ids = new Ids(clock);
        const made = moves.map((ms) => {
          clock.advance(ms);
          return ids.next();
        });

        expect(made).toEqual(made.toSorted());
        expect(new Set(made).size).toBe(made.length);
      }),
    );
  });

  it('of two processes differ, though both begin in the same millisecond', () => {
    const clock = new TestClock();
    const made = Array.from({ length: 200 }, () => new Ids(clock).next());
    expect(new Set(made).size).toBe(made.length);
  });
});

describe('the form of an id', () => {
  const id = '019eca82-5680-701d-bc11-f3c94e3e6f86';

  it.each([
    ['upper case, which the database would not find', id.toUpperCase()],
    ['a blank behind', `${id} `],
    ['a line break behind', `${id}\n`],
    ['a line before', `x\n${id}`],
    ['no hyphens', id.replaceAll('-', '')],
    ['braces', `{${id}}`],
    ['a digit too few', id.slice(0, -1)],
    ['no hex', id.replace('0', 'g')],
    ['nothing', ''],
    ['a number, which MySQL would compare with every id', 0],
    ['a list', [id]],
    ['null', null],
    ['undefined', undefined],
  ])('is not %s', (_what, text) => {
    expect(isId(text)).toBe(false);
  });

  it('is nothing that anybody types by chance', () => {
    fc.assert(
      fc.property(fc.anything(), (thing) => {
        expect(isId(thing)).toBe(false);
      }),
    );
  });
});
