import { fitsShape, isOf, keyShape, type Alphabet, type KeyShape, maxPrefix } from './key-shape';

/** A shape that a company has. */
export type CompanyShape = KeyShape & { readonly id: string };

/** The shapes that companies have imported keys of. Asking takes as long however many there are. */
export class ShapeSet {
  private readonly byLength = new Map<number, Map<string, Set<Alphabet>>>();
  private readonly byCompany = new Map<string, CompanyShape[]>();

  /** @param rows as they are stored; what no service wrote is passed over. */
  constructor(rows: readonly ({ readonly companyId: string } & CompanyShape)[]) {
    for (const { id, companyId, prefix, length, alphabet } of rows) {
      const shape = keyShape.safeParse({ prefix, length, alphabet });
      if (!shape.success) continue;
      this.byCompany.set(companyId, [...(this.byCompany.get(companyId) ?? []), { id, ...shape.data }]);
      const prefixes = this.byLength.get(length) ?? new Map<string, Set<Alphabet>>();
      this.byLength.set(length, prefixes);
      prefixes.set(prefix, (prefixes.get(prefix) ?? new Set()).add(alphabet));
    }
  }

  hasLength(length: number): boolean {
    return this.byLength.has(length);
  }

  /** Whether any company has imported keys that are spelled like this. */
  includes(text: string): boolean {
    const prefixes = this.byLength.get(text.length);
    if (prefixes === undefined) return false;
    for (let size = 0; size <= maxPrefix; size += 1) {
      for (const alphabet of prefixes.get(text.slice(0, size)) ?? [])
        if (isOf(alphabet, text.slice(size))) return true;
    }
    return false;
  }

  /** The shape of this company's that says most about the text, or null. */
  ofCompany(companyId: string, text: string): CompanyShape | null {
    const fitting = (this.byCompany.get(companyId) ?? []).filter((shape) => fitsShape(shape, text));
    const [longest = null] = fitting.toSorted((one, other) => other.prefix.length - one.prefix.length);
    return longest;
  }
}
