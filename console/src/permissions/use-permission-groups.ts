import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { type PermissionEntry, type PermissionGroup, permissionGroups } from './permission-groups';

export interface PermissionGroups {
  /** Undefined while they are loading. */
  readonly groups: readonly PermissionGroup[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => void;
}

/** The permissions of this server, under headings. @param isWanted keeps those that may be chosen here. */
export function usePermissionGroups(
  isWanted: (entry: PermissionEntry) => boolean = () => true,
): PermissionGroups {
  const { t } = useTranslation('permissions');
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.permissions(),
    queryFn: () => answerOf(api.GET('/api/v1/permissions')),
  });
  const groups = data && permissionGroups(data.data.filter(isWanted), t);
  return { groups, error: data === undefined ? error : null, refetch: () => void refetch() };
}
