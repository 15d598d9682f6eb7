import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { useCan } from '../session/use-can';
import type { KeyKind, KeyPolicy } from './key';

/**
 * What the company allows for keys of one kind.
 * @returns undefined until it is there, or where one may not read it. It is a hint to draw by: what holds, the server says.
 */
export function useKeyPolicy(kind: KeyKind): KeyPolicy | undefined {
  const { can } = useCan();
  const policies = useQuery({
    queryKey: queryKeys.keyPolicy(),
    queryFn: () => answerOf(api.GET('/api/v1/keys/policy')),
    enabled: can('company:read'),
  });
  return policies.data?.[kind];
}
