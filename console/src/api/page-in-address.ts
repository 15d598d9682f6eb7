import type { ListPosition } from './use-list';

/** Where in a list an address is, and what the browser remembers beside it. */
export interface PageInAddress {
  /** Null on the first page. */
  readonly cursor: string | null;
  /** From 1. */
  readonly pageNumber: number;
  /** The cursors of the pages behind the first, up to this one; only this one where the address came from elsewhere. */
  readonly cursors: readonly string[];
}

/** @param state what the browser's history has beside the address: anything. */
export function pageIn(params: URLSearchParams, state: unknown): PageInAddress {
  const cursor = params.get('cursor') ?? '';
  if (cursor === '') return { cursor: null, pageNumber: 1, cursors: [] };
  const remembered = cursorsIn(state);
  const cursors = remembered.at(-1) === cursor ? remembered : [cursor];
  const told = Number(params.get('page'));
  return { cursor, pageNumber: Number.isInteger(told) && told > 1 ? told : cursors.length + 1, cursors };
}

/** The address of a page. Null for the first. */
export function addressOfPage(
  params: URLSearchParams,
  page: Pick<PageInAddress, 'cursor' | 'pageNumber'>,
): URLSearchParams {
  const changed = new URLSearchParams(params);
  changed.delete('cursor');
  changed.delete('page');
  if (page.cursor === null) return changed;
  changed.set('page', String(page.pageNumber));
  changed.set('cursor', page.cursor);
  return changed;
}

/** The page before: the first where nobody knows how one came here. */
export function pageBefore({ cursors, pageNumber }: PageInAddress): PageInAddress {
  const earlier = cursors.slice(0, -1);
  const cursor = earlier.at(-1) ?? null;
  return { cursor, pageNumber: cursor === null ? 1 : pageNumber - 1, cursors: earlier };
}

/** How one turns pages there. @param goTo opens an address, with what the browser is to remember beside it. */
export function positionIn(
  params: URLSearchParams,
  state: unknown,
  goTo: (params: URLSearchParams, state: { readonly cursors: readonly string[] }) => void,
): ListPosition {
  const here = pageIn(params, state);
  const turn = (page: PageInAddress): void => goTo(addressOfPage(params, page), { cursors: page.cursors });
  return {
    cursor: here.cursor,
    pageNumber: here.pageNumber,
    turnTo: (cursor) => turn({ cursor, pageNumber: here.pageNumber + 1, cursors: [...here.cursors, cursor] }),
    turnBack: here.cursor === null ? null : () => turn(pageBefore(here)),
  };
}

function cursorsIn(state: unknown): readonly string[] {
  if (typeof state !== 'object' || state === null || !('cursors' in state)) return [];
  return Array.isArray(state.cursors) ? state.cursors.filter((each) => typeof each === 'string') : [];
}
