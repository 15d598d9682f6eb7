import { answerOf, api } from '../../api/client';
import { useAct } from '../../api/use-act';
import { type Member, memberRefreshes } from './use-member';

/** Takes a deactivated member back, and with them their keys. */
export function useReactivating({ id }: Pick<Member, 'id'>) {
  return useAct({
    act: (_nothing: null) =>
      answerOf(api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body: { active: true } })),
    refreshes: memberRefreshes,
  });
}
