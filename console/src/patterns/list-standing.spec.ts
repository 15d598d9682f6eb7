import { standingOf } from './list-standing';

const problem = new Error('unavailable');

describe('a list', () => {
  it.each([
    ['loading', { loading: true, problem: null, rows: [] }],
    ['read', { loading: false, problem: null, rows: [] }],
    ['read', { loading: false, problem: null, rows: ['a row'] }],
    ['failed', { loading: false, problem, rows: [] }],
    ['stale', { loading: false, problem, rows: ['a row'] }],
  ] as const)('is %s with %j', (standing, list) => {
    expect(standingOf(list)).toBe(standing);
  });
});
