import { answerOf, api } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { type Member, memberRefreshes } from './use-member';

/** Takes a deactivated member back, and with them their keys. */
export function useReactivating({ id }: Pick<Member, 'id'>) {
  return useCommand({
    send: (_nothing: null) =>
      answerOf(api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body: { active: true } })),
    refreshes: memberRefreshes,
  });
}
