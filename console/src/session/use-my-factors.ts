import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { useCan } from './use-can';

/** Which factors the user has set up beside the password; never loaded in a session opened with a key, because the API refuses it. */
export function useMyFactors(): UseQueryResult<Schemas['MyFactors']> {
  const { readOnly } = useCan();
  return useQuery({
    queryKey: queryKeys.myFactors(),
    queryFn: () => answerOf(api.GET('/api/v1/me/factors')),
    enabled: !readOnly,
  });
}
