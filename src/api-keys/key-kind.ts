import { type KeyKind, keyKinds } from '../../libs/permissions';

interface OfSomeKind {
  readonly kind: string;
  readonly productCode: string | null;
  readonly ownerId: string | null;
}

/** The kind of a key; where the stored kind is invalid, the kind that its product or owner implies. */
export function kindOf({ kind, productCode, ownerId }: OfSomeKind): KeyKind {
  const known = keyKinds.find((one) => one === kind);
  if (known !== undefined) return known;
  if (productCode !== null) return 'product';
  return ownerId === null ? 'company' : 'personal';
}

/** Whether keys of this kind have an owner: a person, or a service account. */
export function isOwned(kind: string): boolean {
  return kind === 'personal' || kind === 'machine';
}

/** Whether the stored kind is valid, as SQL. */
export const kindIsKnown = `key.kind IN (${keyKinds.map((kind) => `'${kind}'`).join(', ')})`;

/** Whether it is none, in ranges: by them an index leads to these few, which `NOT IN` does not on SQLite. */
export const kindIsUnknown = rangesBetween(keyKinds.toSorted());

/** The same as `kindOf`, as SQL. */
export const kindSql = `CASE WHEN ${kindIsKnown} THEN key.kind WHEN key.productCode IS NOT NULL THEN 'product'
  WHEN key.ownerId IS NULL THEN 'company' ELSE 'personal' END`;

function rangesBetween(kinds: readonly string[]): string {
  const inner = kinds.slice(1).map((kind, at) => `(key.kind > '${kinds[at]}' AND key.kind < '${kind}')`);
  return [`key.kind < '${kinds[0]}'`, ...inner, `key.kind > '${kinds.at(-1)}'`].join(' OR ');
}
