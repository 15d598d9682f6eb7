import type { Schemas } from '../api/client';
import type { Key } from './key';

type Entry = Pick<Schemas['PermissionEntry'], 'name' | 'product' | 'kinds'>;

/** How a list says what a key may do: everything that its kind can, or the first names and how many more there are. */
export type HeldInShort = 'everything' | { readonly names: readonly string[]; readonly more: number };

const shown = 2;

type HoldingKey = Pick<Key, 'kind' | 'product'> & { readonly permissions: readonly string[] };

/** @param known all permissions there are; undefined until they are read. */
export function heldInShort(
  { permissions, kind, product }: HoldingKey,
  known: readonly Entry[] | undefined,
): HeldInShort {
  const ofKind = known?.filter((entry) => entry.kinds.includes(kind) && isOf(entry, kind, product)) ?? [];
  if (ofKind.length > shown && ofKind.every(({ name }) => permissions.includes(name))) return 'everything';
  return { names: permissions.slice(0, shown), more: Math.max(0, permissions.length - shown) };
}

/** A key of one product has nothing to do with another one. */
function isOf(entry: Entry, kind: Key['kind'], product: string | null): boolean {
  return kind !== 'product' || entry.product === null || entry.product === product;
}
