import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

export type KnownKeys = Schemas['KnownKeys'];
export type KnownKey = KnownKeys['data'][number];

/** The keys whose secret a person knows, who is a member or was one. */
export function useKnownKeys(id: string, options: { readonly enabled?: boolean } = {}) {
  return useQuery({
    ...options,
    // Among the keys: what is done to one may take it off the list.
    queryKey: queryKeys.keys('known', id),
    queryFn: () => answerOf(api.GET('/api/v1/users/{id}/known-keys', { params: { path: { id } } })),
  });
}

/** Whether a key is the person's own, and so ends with their membership. */
export function endsWith({ user }: KnownKeys, { key }: KnownKey): boolean {
  return key.kind === 'personal' && key.owner?.id === user.id;
}
