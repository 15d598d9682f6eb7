import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { readAll } from '../../api/read-all';

export type Role = Schemas['Role'];

/** Every role of the company: a drop-down cannot turn pages. */
export function useRoles({ enabled = true } = {}) {
  return useQuery({ queryKey: queryKeys.roles(), queryFn: readRoles, enabled });
}

function readRoles(): Promise<readonly Role[]> {
  return readAll((page) => answerOf(api.GET('/api/v1/roles', { params: { query: page } })));
}
