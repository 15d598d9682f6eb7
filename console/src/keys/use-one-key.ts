import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import type { Key } from './key';

// A use is written within two seconds.
const watchMs = 5_000;

/** One key, also a deleted one, as it is. */
export function oneKey(id: string) {
  return {
    queryKey: queryKeys.keys('one', id),
    queryFn: () => answerOf(api.GET('/api/v1/keys/{id}', { params: { path: { id } } })),
  };
}

/**
 * When a key or its old secret was last used, read again as soon as it matters: a list may be older than the last use.
 * @param known the key as it is shown.
 * @param asked whether it matters now.
 */
export function useLastUse(known: Key, of: 'key' | 'old secret', asked: boolean): string | null {
  const { data } = useQuery({ ...oneKey(known.id), enabled: asked, staleTime: 0, refetchInterval: watchMs });
  const lastUse = (key: Key | undefined): string | null =>
    (of === 'key' ? key?.lastUsedAt : key?.superseded?.lastUsedAt) ?? null;
  return laterOf(lastUse(known), lastUse(data));
}

/** Both are written alike, and so are in order as texts. */
function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
