import { createHash } from 'node:crypto';
import { isId } from '../../platform';
import { invalidCursor } from '../../platform/http';
import { type KeyQuery } from '../key-query.schema';
import { type Place, sortedBy, type SortValue } from './key-place';

/*
 * A cursor holds where its page ended: the id of the key and its value at that moment, so that the next page goes on from there even where
 * the key has moved. It is good for one sort and the same filters.
 */

/** The text of a cursor. */
export function cursorText(place: Place, query: KeyQuery): string {
  return cursorOf(place, query);
}

/** The text of a cursor of any list of keys. @param query all that was asked for. */
export function cursorOf({ id, value }: Place, query: Asked): string {
  const parts = [listMark(query), id];
  return [...parts, ...(value === null ? [] : [String(value)])].join('.');
}

/**
 * The place that a cursor names; null for none.
 * @throws 422 for one of another sort or of other filters.
 */
export function placeAfter(text: string | null, query: KeyQuery): Place | null {
  if (text === null) return null;
  // A former version's, which is an id and knows no other sort.
  if (isId(text) && query.sort === '-createdAt') return { id: text, value: null };
  return placeIn(text, query, (value) => valueIn(value, query));
}

/**
 * The place that a cursor of any list of keys names; null for none.
 * @param read the value of a place in its text; null for none of this list.
 * @throws 422 as above.
 */
export function placeIn(
  text: string | null,
  query: Asked,
  read: (text: string) => SortValue | null,
): Place | null {
  if (text === null) return null;
  const [, mark, id, , value] = /^([\w-]+)\.([\w-]+)(\.(.*))?$/s.exec(text) ?? [];
  if (mark !== listMark(query) || !isId(id)) throw invalidCursor();
  if (value === undefined) return { id, value: null };
  const known = read(value);
  if (known === null) throw invalidCursor();
  return { id, value: known };
}

function valueIn(text: string, { sort }: KeyQuery): SortValue | null {
  switch (sortedBy(sort)) {
    case 'name':
      return text;
    case 'expiresAt':
    case 'lastUsedAt':
      return /^-?\d{1,16}$/.test(text) ? Number(text) : null;
    case 'createdAt':
      return null;
  }
}

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly count: boolean;
}

/** Tells lists apart: by what is asked for, but not by how much of it at once. */
function listMark({ limit: _limit, cursor: _cursor, count: _count, ...asked }: Asked): string {
  const parts = Object.entries(asked).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 11);
}
