import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { useCan } from './use-can';

const watchMs = 5_000;

/**
 * The company one acts for, as it is registered; undefined for those who may not read it. While it waits for the platform's
 * decision it is read again by itself.
 */
export function useCompany(): UseQueryResult<Schemas['Company']> {
  const { can } = useCan();
  return useQuery({
    queryKey: queryKeys.company(),
    queryFn: () => answerOf(api.GET('/api/v1/company')),
    enabled: can('company:read'),
    refetchInterval: ({ state }) => (state.data?.status === 'in_review' ? watchMs : false),
  });
}
