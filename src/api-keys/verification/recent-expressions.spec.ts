import { RecentExpressions } from './recent-expressions';

describe('RecentExpressions', () => {
  it('parse a text that came before no second time', () => {
    const expressions = new RecentExpressions();

    expect(expressions.parse('a:read OR b:read')).toBe(expressions.parse('a:read OR b:read'));
    expect(expressions.parse('a:read OR')).toBe(expressions.parse('a:read OR'));
  });

  it('remember the latest thousand, and read the others as before', () => {
    const expressions = new RecentExpressions();
    const first = expressions.parse('a:read');
    for (let number = 1; number <= 1_000; number += 1) expressions.parse(`a:read-${number}`);

    expect(expressions.parse('a:read')).not.toBe(first);
    expect(expressions.parse('a:read')).toEqual(first);
    expect(expressions.parse('a:read-1000')).toBe(expressions.parse('a:read-1000'));
  });
});
