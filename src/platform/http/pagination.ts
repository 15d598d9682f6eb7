import { z } from 'zod';
import { fieldFault } from '../../../libs/problems';
import { invalidField } from './http.problems';
import { type Problem } from './problem';
import { queryInteger } from './query-integer';
import { inFormat } from './text';

// The longest sort key is that of a list of keys: 200 characters of a name of up to four bytes, an id and a mark; and four characters
// of base64 for three bytes.
const cursorShape = /^[A-Za-z0-9_-]{1,1132}$/;

const cursorRule = 'is not a cursor from an earlier page';
const limitRule = 'must be a whole number from 1 to 100';

/** The query parameters of every list. */
export const pageQuery = z.strictObject({
  limit: queryInteger({ format: 'page-size', max: 100, rule: limitRule })
    .default(20)
    .meta({ description: 'How many items to return, 1 to 100.' }),
  cursor: z
    .string()
    .check(inFormat('cursor', cursorShape, cursorRule))
    .optional()
    .meta({ description: 'The cursor that the previous page returned.' }),
});

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Page<T> {
  readonly data: readonly T[];
  readonly pagination: { readonly cursor: string | null; readonly hasMore: boolean };
}

/** The OpenAPI and type side of `Page`. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    data: z.array(item),
    pagination: z.object({ cursor: z.string().nullable(), hasMore: z.boolean() }),
  });
}

/**
 * Where the page begins: after the row with this sort key, or at the start.
 * @throws a 422 problem when the cursor is not one of ours.
 */
export function startAfter(request: PageRequest): string | null {
  if (request.cursor === undefined) return null;
  const key = Buffer.from(request.cursor, 'base64url').toString('utf8');
  // Base64 has more than one spelling of some bytes; only the one we give out is taken back.
  if (key === '' || toCursor(key) !== request.cursor) throw invalidCursor();
  return key;
}

/** 422 for a cursor that no page of this list ended with. */
export function invalidCursor(): Problem {
  return invalidField('/cursor', fieldFault('invalid-format', { format: 'cursor' }, cursorRule));
}

/**
 * Makes a page of rows that were fetched with `limit + 1`: the one too many only tells that there are more.
 * @param sortKey the key of a row that `startAfter` will return for the next page.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  sortKey: (row: Row) => string,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit;
  const cursor = hasMore && last !== undefined ? toCursor(sortKey(last)) : null;
  return { data: shown.map(toItem), pagination: { cursor, hasMore } };
}

/** A page of whatever was found before the reading stopped. @param last the sort key of the last row that was looked at. */
export function toUnfinishedPage<Row, Item>(
  rows: readonly Row[],
  last: string,
  toItem: (row: Row) => Item,
): Page<Item> {
  return { data: rows.map(toItem), pagination: { cursor: toCursor(last), hasMore: true } };
}

function toCursor(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}
