import fc from 'fast-check';
import { abilityFor, parseExpression, type Permission, type PermissionExpression, satisfies } from './index';

const [a, b, c]: readonly [Permission, Permission, Permission] = ['a:read', 'b:read', 'c:read'];

describe('parseExpression', () => {
  it.each<[string, PermissionExpression]>([
    [a, a],
    [` ${a}\n`, a],
    ['orders.lines:re-read', 'orders.lines:re-read'],
    [`${a} AND ${b}`, { allOf: [a, b] }],
    [`${a} OR ${b} OR ${c}`, { anyOf: [a, b, c] }],
    [`${a} OR ${b} AND ${c}`, { anyOf: [a, { allOf: [b, c] }] }],
    [`${a} AND ${b} OR ${c}`, { anyOf: [{ allOf: [a, b] }, c] }],
    [`(${a} OR ${b})AND(${c})`, { allOf: [{ anyOf: [a, b] }, c] }],
    [`((${a}))`, a],
  ])('reads %j', (text, required) => {
    expect(parseExpression(text)).toEqual({ required });
  });

  it.each([
    ['', 0],
    ['   ', 3],
    ['orders', 0],
    ['Orders:read', 0],
    ['all:read', 0],
    ['users:manage', 0],
    ['NOT a:read', 0],
    ['a:read b:read', 7],
    ['a:read and b:read', 7],
    ['a:read AND', 10],
    ['a:read AND OR b:read', 11],
    ['OR a:read', 0],
    ['(a:read', 7],
    ['a:read)', 6],
    ['()', 1],
    ['a:read AND (b:read OR )', 22],
    ['a:read, b:read', 0],
    ['*', 0],
    ['a:*', 0],
  ])('tells that %j cannot go on from %i', (text, position) => {
    expect(parseExpression(text)).toEqual({ required: null, position });
  });

  it('reads as deep as a thousand characters can nest', () => {
    expect(parseExpression(`${'('.repeat(497)}${a}${')'.repeat(497)}`)).toEqual({ required: a });
    expect(parseExpression('('.repeat(1_000))).toEqual({ required: null, position: 1_000 });
  });

  it('opens exactly what an expression says, however it nests', () => {
    fc.assert(
      fc.property(tree, fc.subarray([a, b, c]), (wanted, held) => {
        const { required } = parseExpression(textOf(wanted));

        expect(required && satisfies(abilityFor(held), required)).toBe(isMet(wanted, held));
      }),
    );
  });

  it('never throws, and names a place inside the text or at its end', () => {
    const pieces = fc.constantFrom('a:read', 'AND', 'OR', '(', ')', ' ', 'x', ':');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const parsed = parseExpression(text);

        if (parsed.required === null) {
          expect(parsed.position).toBeGreaterThanOrEqual(0);
          expect(parsed.position).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

/** The model: a permission, or two operands. */
type Tree = Permission | readonly ['AND' | 'OR', Tree, Tree];

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(a, b, c),
    fc.tuple(fc.constantFrom('AND', 'OR'), tie('tree'), tie('tree')),
  ),
}));

/** With the parentheses that are needed, and no others. */
function textOf(wanted: Tree): string {
  if (typeof wanted === 'string') return wanted;
  const [operator, ...operands] = wanted;
  const needsParentheses = (one: Tree): boolean =>
    operator === 'AND' && typeof one !== 'string' && one[0] === 'OR';
  return operands
    .map((one) => (needsParentheses(one) ? `(${textOf(one)})` : textOf(one)))
    .join(` ${operator} `);
}

function isMet(wanted: Tree, held: readonly Permission[]): boolean {
  if (typeof wanted === 'string') return held.includes(wanted);
  const [operator, one, other] = wanted;
  return operator === 'AND' ? isMet(one, held) && isMet(other, held) : isMet(one, held) || isMet(other, held);
}
