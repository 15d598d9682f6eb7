import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { type List, useList } from '../api/use-list';
import { type Key, keysWatchMs } from './key';

/** The company's own keys, newest first, page by page. */
export function useCompanyKeys(): List<Key> {
  return useList({
    queryKey: queryKeys.keys('company'),
    read: (page) => answerOf(api.GET('/api/v1/keys', { params: { query: { kind: 'company', ...page } } })),
    refetchIntervalMs: keysWatchMs,
  });
}
