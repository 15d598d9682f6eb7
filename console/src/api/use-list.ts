import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

/** A page as every list of the API answers it. */
export interface ListPage<Row> {
  readonly data: readonly Row[];
  readonly pagination: { readonly cursor: string | null; readonly hasMore: boolean };
}

export interface Listing<Row> {
  /** With every filter in it: another filter starts at the first page. */
  readonly queryKey: QueryKey;
  /** Reads one page: spread `page` into the query, `params: { query: { ...filters, ...page } }`. */
  readonly read: (page: { limit: number; cursor?: string }) => Promise<ListPage<Row>>;
  /** 20 unless given; the API gives at most 100. */
  readonly limit?: number;
  /** Reads again by itself. */
  readonly refetchIntervalMs?: number;
}

export interface List<Row> {
  readonly rows: readonly Row[];
  /** Nothing to show yet. */
  readonly loading: boolean;
  /** Another page, or what another filter leaves, is on its way, and the old one still shown. */
  readonly turning: boolean;
  /** What is shown is being read again. */
  readonly refreshing: boolean;
  /** Why the last reading failed. With rows, they are those of the one before. */
  readonly problem: Error | null;
  readonly retry: () => void;
  /** From 1. */
  readonly pageNumber: number;
  /** Null where there is none. */
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
}

/** Which page of a list is shown, and how one turns to others. */
export interface ListPosition {
  /** Null on the first page. */
  readonly cursor: string | null;
  /** From 1. */
  readonly pageNumber: number;
  readonly turnTo: (cursor: string) => void;
  /** Null on the first page. */
  readonly turnBack: (() => void) | null;
}

/** A list that pages on the server, forward by cursor and back by remembering. */
export function useList<Row>(listing: Listing<Row>): List<Row> {
  return useListAt(listing, usePosition(listing));
}

/** The same list at a position that is kept elsewhere, such as in the address. */
export function useListAt<Row>(
  { queryKey, read, limit = 20, refetchIntervalMs }: Listing<Row>,
  { cursor, pageNumber, turnTo, turnBack }: ListPosition,
): List<Row> {
  const query = useQuery({
    queryKey: [...queryKey, { limit, cursor }],
    queryFn: () => read({ limit, ...(cursor === null ? {} : { cursor }) }),
    placeholderData: keepPreviousData,
    refetchInterval: refetchIntervalMs ?? false,
    // A list that changes by itself is out of date when the user comes back, however recently it was read.
    refetchOnWindowFocus: refetchIntervalMs === undefined ? true : 'always',
  });
  const onward = query.data?.pagination.cursor ?? null;
  return {
    rows: query.data?.data ?? [],
    loading: query.isPending,
    turning: query.isPlaceholderData,
    refreshing: query.isFetching && !query.isPending,
    problem: query.error,
    retry: () => void query.refetch(),
    pageNumber,
    next: onward === null ? null : () => turnTo(onward),
    previous: turnBack,
  };
}

interface Position {
  readonly of: string;
  /** The cursors of the pages behind the first, up to the one shown. */
  readonly cursors: readonly string[];
}

function usePosition({ queryKey, limit = 20 }: Pick<Listing<unknown>, 'queryKey' | 'limit'>): ListPosition {
  const of = JSON.stringify([queryKey, limit]);
  const [position, setPosition] = useState<Position>({ of, cursors: [] });
  const cursors = position.of === of ? position.cursors : [];
  return {
    cursor: cursors.at(-1) ?? null,
    pageNumber: cursors.length + 1,
    turnTo: (cursor) => setPosition({ of, cursors: [...cursors, cursor] }),
    turnBack: cursors.length === 0 ? null : () => setPosition({ of, cursors: cursors.slice(0, -1) }),
  };
}
