import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isProblem } from '../api/problem';
import { queryKeys } from '../api/query-keys';
import { onSessionLost } from '../api/session-loss';
import { onSessionChangedElsewhere, tellOtherTabs } from './other-tabs';
import { readSession, type Session } from './session';

const recheckMs = 60_000;

const sessionQuery = queryOptions({
  queryKey: queryKeys.session(),
  queryFn: ({ client }) => readOrNotice(client),
  staleTime: recheckMs,
});

/** The session as the server knows it: `undefined` while asking, null when nobody is signed in. */
export function useSessionQuery() {
  return useQuery({ ...sessionQuery, refetchOnWindowFocus: 'always' });
}

/**
 * Reads the session before anything is drawn, for `useSessionQuery` to begin with.
 *
 * @throws at the first failure: a lost server is waited for by what is drawn
 */
export function readSessionOnce(queries: QueryClient): Promise<Session | null> {
  return queries.query({ ...sessionQuery, retry: false });
}

/** Replaces the session: everything read for that one is dropped, in the other tabs too. */
export function useReplaceSession(): (session: Session | null) => void {
  const queries = useQueryClient();
  return (session) => {
    replace(queries, session);
    tellOtherTabs();
  };
}

/** Follows what happens to the session elsewhere: the server has ended it, or another tab changed it. */
export function useSessionEvents(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stops = [
      onSessionLost((problem) => replace(queries, null, problem.code)),
      onSessionChangedElsewhere(() => void queries.invalidateQueries({ queryKey: queryKeys.session() })),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queries]);
}

/** Why the last session ended, if the server ended it: the code of its problem. */
export function endedBecause(queries: QueryClient): string | null {
  return queries.getQueryData<string>(endedKey) ?? null;
}

async function readOrNotice(queries: QueryClient): Promise<Session | null> {
  const before = queries.getQueryData<Session | null>(queryKeys.session()) ?? null;
  try {
    const session = await readSession();
    // In another tab someone else signed in: the cookie of this one is theirs now, and what was read is not.
    if (before !== null && before.user.id !== session.user.id) dropWhatWasRead(queries);
    return session;
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    if (before === null) return null;
    dropWhatWasRead(queries);
    queries.setQueryData(endedKey, error.code);
    return null;
  }
}

const endedKey = ['session-ended'];

function replace(queries: QueryClient, session: Session | null, because: string | null = null): void {
  void queries.cancelQueries();
  queries.setQueryData(queryKeys.session(), session);
  dropWhatWasRead(queries);
  if (because !== null) queries.setQueryData(endedKey, because);
}

/** Whoever is signed in next must not be shown it. */
function dropWhatWasRead(queries: QueryClient): void {
  const [kept] = queryKeys.session();
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== kept });
}
