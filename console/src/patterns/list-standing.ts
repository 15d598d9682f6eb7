import type { List } from '../api/use-list';

/** `read`; `loading` for the first time; `failed` with nothing to show; `stale`: the rows stand, but were not read again. */
export type ListStanding = 'read' | 'loading' | 'failed' | 'stale';

/** How it stands with the rows of a list. */
export function standingOf({
  problem,
  rows,
  loading,
}: Pick<List<unknown>, 'problem' | 'rows' | 'loading'>): ListStanding {
  if (loading) return 'loading';
  if (problem === null) return 'read';
  return rows.length === 0 ? 'failed' : 'stale';
}
