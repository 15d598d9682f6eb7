import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';

export type Settings = Schemas['Settings'];
export type KeyKind = keyof Settings['keys'];

/** What the company decides about its keys. */
export function useSettings() {
  return useQuery({
    queryKey: queryKeys.settings(),
    queryFn: () => answerOf(api.GET('/api/v1/settings')),
  });
}
