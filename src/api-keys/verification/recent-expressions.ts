import { parseExpression, type ParsedExpression } from '../../../libs/permissions';

const maxRemembered = 1_000;

/** Reads expressions of permissions, and remembers the latest ones: a service sends the same few with every request. */
export class RecentExpressions {
  private readonly parsed = new Map<string, ParsedExpression>();

  /** @param text of bounded length, see `parseExpression` */
  parse(text: string): ParsedExpression {
    const known = this.parsed.get(text);
    if (known !== undefined) return known;
    const parsed = parseExpression(text);
    this.remember(text, parsed);
    return parsed;
  }

  /** In place of the one that has been here longest, which is parsed again if it is still in use. */
  private remember(text: string, parsed: ParsedExpression): void {
    const [oldest] = this.parsed.keys();
    if (oldest !== undefined && this.parsed.size >= maxRemembered) this.parsed.delete(oldest);
    this.parsed.set(text, parsed);
  }
}
