import { useSearchParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { List } from '../../api/use-list';
import { useListInAddress } from '../../api/use-list-in-address';
import { type Key, keysWatchMs } from '../../keys/key';
import { askedIn, type AskedKeys } from './key-filters';

export interface ListedKeys extends AskedKeys {
  readonly list: List<Key>;
}

/** The keys that the address asks for, and the page of them that it names. */
export function useListedKeys(): ListedKeys {
  const [params] = useSearchParams();
  const asked = askedIn(params);
  const { filters, sort, limit } = asked;
  const list = useListInAddress<Key>({
    queryKey: queryKeys.keys('list', filters, sort),
    read: (page) => answerOf(api.GET('/api/v1/keys', { params: { query: { ...filters, sort, ...page } } })),
    limit,
    refetchIntervalMs: keysWatchMs,
  });
  return { ...asked, list };
}
