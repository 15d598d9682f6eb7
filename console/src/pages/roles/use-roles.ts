import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

export type Role = Schemas['Role'];

/** Every role of the company: a drop-down cannot turn pages. */
export function useRoles({ enabled = true } = {}) {
  return useQuery({ queryKey: queryKeys.roles(), queryFn: readAll, enabled });
}

async function readAll(): Promise<readonly Role[]> {
  const roles: Role[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: string; cursor?: string } = {
      limit: '100',
      ...(cursor === null ? {} : { cursor }),
    };
    const page: Schemas['RolePage'] = await answerOf(api.GET('/api/v1/roles', { params: { query } }));
    roles.push(...page.data);
    cursor = page.pagination.cursor;
  } while (cursor !== null);
  return roles;
}
