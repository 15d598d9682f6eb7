import fc from 'fast-check';
import { dayMs } from '../platform';
import { beginningOf, beginningsIn, spanOf, steps, stepsIn } from './time-steps';

const moment = fc.date({
  min: new Date('1960-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const step = fc.constantFrom(...steps);

describe('time in steps', () => {
  it('has the present step last, and a day of hours or a month of days, when nobody says more', () => {
    fc.assert(
      fc.property(step, moment, (one, now) => {
        const beginnings = beginningsIn(one, spanOf(one, null, null, now));
        expect(beginnings).toHaveLength(one === 'hour' ? 24 : 30);
        expect(beginnings.at(-1)).toBe(beginningOf(one, now.getTime()));
      }),
    );
  });

  it('has every moment from the one to before the other in a step, and no step without one', () => {
    fc.assert(
      fc.property(step, moment, fc.integer({ min: 1, max: 90 * dayMs }), (one, from, ms) => {
        const to = new Date(from.getTime() + ms);
        const span = spanOf(one, from, to, new Date(0));
        const beginnings = beginningsIn(one, span);
        expect(beginnings).toHaveLength(stepsIn(one, span));
        expect(beginnings[0]).toBe(beginningOf(one, from.getTime()));
        expect(beginnings.at(-1)).toBe(beginningOf(one, to.getTime() - 1));
      }),
    );
  });

  it('begins days at midnight in UTC', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const day = new Date(beginningOf('day', at.getTime())).toISOString();
        expect(day).toBe(`${at.toISOString().slice(0, 10)}T00:00:00.000Z`);
      }),
    );
  });
});
