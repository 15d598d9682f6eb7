import { type ScopedQuery } from '../../tenancy';
import { type ShownKeyRow } from '../key-rows';

/**
 * The first rows of a query, by id and newest first, that keep to a condition which the database cannot judge.
 * @param query finds these and a few others.
 * @param atATime how many rows to read at once.
 */
export async function scan(
  query: ScopedQuery<ShownKeyRow>,
  keeps: (row: ShownKeyRow) => boolean,
  wanted: number,
  atATime: number,
): Promise<ShownKeyRow[]> {
  const found: ShownKeyRow[] = [];
  query.orderBy('key.id', 'DESC').limit(atATime);
  for (;;) {
    const read = await query.all();
    found.push(...read.filter(keeps));
    const last = read.at(-1);
    if (last === undefined || read.length < atATime || found.length >= wanted) return found.slice(0, wanted);
    query.and('key.id < :scanned', { scanned: last.id });
  }
}
