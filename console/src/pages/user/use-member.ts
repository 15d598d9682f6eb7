import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

export type Member = Schemas['Member'];

export function useMember(id: string) {
  return useQuery({
    queryKey: queryKeys.users('one', id),
    queryFn: () => answerOf(api.GET('/api/v1/users/{id}', { params: { path: { id } } })),
  });
}

/** What may have changed with a member: the lists they are in, and what oneself may do. */
export const memberRefreshes = [queryKeys.users(), queryKeys.session(), queryKeys.keys()] as const;
