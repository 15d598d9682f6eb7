import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

// A use is written within two seconds; so who tries a new key sees it here within five.
const firstUseMs = 2_500;
const watchMs = 5_000;

/** One key, also a deleted one. */
export function useKey(id: string) {
  return useQuery({
    queryKey: queryKeys.keys('one', id),
    queryFn: () => answerOf(api.GET('/api/v1/keys/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.lastUsedAt === null ? firstUseMs : watchMs),
  });
}
