import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { useCan } from './use-can';

/** Which factors one has set up beside the password; nothing comes for who signed in with a key, whom the API does not tell. */
export function useMyFactors(): UseQueryResult<Schemas['MyFactors']> {
  const { readOnly } = useCan();
  return useQuery({
    queryKey: queryKeys.myFactors(),
    queryFn: () => answerOf(api.GET('/api/v1/me/factors')),
    enabled: !readOnly,
  });
}
