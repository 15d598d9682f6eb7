import type { Key } from '../key';
import type { KeyValues } from './key-values';

type Metadata = NonNullable<Key['metadata']>;

/** Metadata as rows to type in. */
export function rowsOf(metadata: Key['metadata']): KeyValues['metadata'] {
  return Object.entries(metadata ?? {}).map(([name, value]) => ({ name, value: String(value) }));
}

/**
 * Rows as metadata: null for none. A value that was a number or a boolean stays one as long as it reads as one; what is typed
 * otherwise is a text, so that no order number loses its zeros.
 */
export function metadataOf(rows: KeyValues['metadata'], before: Key['metadata']): Metadata | null {
  const said = rows
    .map(({ name, value }) => ({ name: name.trim(), value }))
    .filter(({ name }) => name !== '');
  if (said.length === 0) return null;
  return Object.fromEntries(said.map(({ name, value }) => [name, typedAs(before?.[name], value.trim())]));
}

/** The row whose name another one before it has; undefined where each has its own. */
export function repeatedRow(rows: KeyValues['metadata']): number | undefined {
  const names = rows.map(({ name }) => name.trim());
  const at = names.findIndex((name, index) => name !== '' && names.indexOf(name) < index);
  return at < 0 ? undefined : at;
}

function typedAs(before: Metadata[string] | undefined, text: string): Metadata[string] {
  if (typeof before === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (typeof before === 'number' && text !== '' && String(Number(text)) === text) return Number(text);
  return text;
}
