import { useQuery } from '@tanstack/react-query';
import { anyKindMay } from '../../../../libs/permissions';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { oneKey } from '../../keys/use-one-key';
import { maskedKey } from '../../patterns/masking';
import { useCan } from '../../session/use-can';
import { useSession } from '../../session/use-session';

/** What the log names by id only. */
export interface Nameless {
  readonly type: string;
  readonly id: string;
}

/**
 * What something is called today that the log does not name: keys without a name, told by how they begin and end; the company;
 * and what was done before the log named everything. Null until it is there, and for what has gone or the reader may not see: the API
 * decides, and says no to both alike.
 */
export function useNameToday(thing: Nameless | null): string | null {
  const key = useKey(thing);
  const person = usePerson(thing);
  const { company } = useSession();
  if (key !== undefined) return key.name ?? maskedKey(key);
  if (thing !== null && thing.id === company?.id) return company.name;
  return person?.username ?? null;
}

function useKey(thing: Nameless | null) {
  const { canAny } = useCan();
  const id = thing?.type === 'key' ? thing.id : '';
  return useQuery({
    ...oneKey(id),
    enabled: id !== '' && canAny([...anyKindMay('read')]),
  }).data;
}

function usePerson(thing: Nameless | null) {
  const { can } = useCan();
  const id = thing?.type === 'user' ? thing.id : '';
  return useQuery({
    queryKey: queryKeys.users('one', id),
    queryFn: () => answerOf(api.GET('/api/v1/users/{id}', { params: { path: { id } } })),
    enabled: id !== '' && can('users:read'),
  }).data;
}
