import { type PermissionExpression } from './permission-expression';
import { isWellFormed, type Permission } from './resource';

/** What a text requires; or, where it is no expression, the first place from which it cannot go on, from 0. */
export type ParsedExpression =
  { readonly required: PermissionExpression } | { readonly required: null; readonly position: number };

/**
 * Reads permissions joined by `AND` and `OR` in capitals, for example `orders:read AND (orders:refund OR orders:admin)`. `AND` binds
 * closer than `OR`. There is no NOT: what a key does not hold must never open anything.
 *
 * @param text its length should be bounded: the work grows with it, and nesting with the stack
 */
export function parseExpression(text: string): ParsedExpression {
  const tokens = new Tokens(text);
  const required = disjunction(tokens);
  if (required !== null && tokens.areOver) return { required };
  return { required: null, position: tokens.position };
}

function disjunction(tokens: Tokens): PermissionExpression | null {
  const parts = joined(tokens, conjunction, 'OR');
  return parts && (only(parts) ?? { anyOf: parts });
}

function conjunction(tokens: Tokens): PermissionExpression | null {
  const parts = joined(tokens, operand, 'AND');
  return parts && (only(parts) ?? { allOf: parts });
}

/** @returns the operands between the operators; null where one is missing, with the tokens at that place */
function joined(
  tokens: Tokens,
  read: (tokens: Tokens) => PermissionExpression | null,
  operator: 'AND' | 'OR',
): PermissionExpression[] | null {
  const parts: PermissionExpression[] = [];
  do {
    const part = read(tokens);
    if (part === null) return null;
    parts.push(part);
  } while (tokens.skip(operator));
  return parts;
}

function only(parts: readonly PermissionExpression[]): PermissionExpression | undefined {
  return parts.length === 1 ? parts[0] : undefined;
}

function operand(tokens: Tokens): PermissionExpression | null {
  if (!tokens.skip('(')) return tokens.takePermission();
  const inner = disjunction(tokens);
  return inner !== null && tokens.skip(')') ? inner : null;
}

/** The words and parentheses of a text, one after the other. */
class Tokens {
  private readonly all: readonly RegExpExecArray[];
  private next = 0;

  constructor(private readonly text: string) {
    this.all = [...text.matchAll(/[()]|[^\s()]+/g)];
  }

  get areOver(): boolean {
    return this.next === this.all.length;
  }

  /** Where the next token begins, or the text ends. */
  get position(): number {
    return this.all[this.next]?.index ?? this.text.length;
  }

  /** Whether the next token is this one, which is then skipped. */
  skip(token: string): boolean {
    if (this.all[this.next]?.[0] !== token) return false;
    this.next += 1;
    return true;
  }

  /** @returns null where the next token cannot be a permission */
  takePermission(): Permission | null {
    const token = this.all[this.next]?.[0];
    if (token === undefined || !isWellFormed(token)) return null;
    this.next += 1;
    // A cast: what is well formed has a colon.
    return token as Permission;
  }
}
