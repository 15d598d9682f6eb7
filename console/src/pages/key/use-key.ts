import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

// A use is written within two seconds, so who tries a key sees it here soon.
const watchMs = 5_000;

/** One key, also a deleted one. */
export function useKey(id: string) {
  return useQuery({
    queryKey: queryKeys.keys('one', id),
    queryFn: () => answerOf(api.GET('/api/v1/keys/{id}', { params: { path: { id } } })),
    refetchInterval: watchMs,
  });
}
