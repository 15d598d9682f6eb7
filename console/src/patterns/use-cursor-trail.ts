import { useState } from 'react';
import type { Paging } from './pager';

/** The `pagination` of a list, as the API answers it. */
export interface ListEnd {
  readonly cursor: string | null;
  readonly hasMore: boolean;
}

export interface CursorTrail {
  /** What to ask for this page with; null for the first. */
  readonly cursor: string | null;
  /** What to give a `DataTable`, once this page's answer is there. */
  readonly paging: (end: ListEnd | undefined) => Paging;
}

/**
 * Remembers the cursors that led here, for the API only tells the next one.
 * @param of what is listed, filters and all. Where it changes, the pages begin anew.
 */
export function useCursorTrail(of: string): CursorTrail {
  const [walked, setWalked] = useState<{ readonly of: string; readonly cursors: readonly string[] }>({
    of,
    cursors: [],
  });
  const cursors = walked.of === of ? walked.cursors : [];
  const walk = (to: readonly string[]) => setWalked({ of, cursors: to });

  function paging(end: ListEnd | undefined): Paging {
    const next = end?.hasMore === true ? end.cursor : null;
    return {
      page: cursors.length + 1,
      onPrevious: cursors.length === 0 ? null : () => walk(cursors.slice(0, -1)),
      onNext: next === null ? null : () => walk([...cursors, next]),
    };
  }

  return { cursor: cursors.at(-1) ?? null, paging };
}
