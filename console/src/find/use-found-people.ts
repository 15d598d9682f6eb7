import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { readAll } from '../api/read-all';
import { useCan } from '../session/use-can';
import { useSession } from '../session/use-session';
import { isNamed } from './result';

// The API lists people by their names, and searches none.
const maxRead = 500;
const shown = 5;

/** The members of the company who are named like this. */
export function useFoundPeople(typed: string): readonly Schemas['Member'][] {
  const { can } = useCan();
  const { company } = useSession();
  const { data } = useQuery({
    queryKey: queryKeys.users('find'),
    queryFn: () =>
      readAll(
        (page) => answerOf(api.GET('/api/v1/users', { params: { query: page } })),
        (read) => read.length >= maxRead,
      ),
    enabled: typed !== '' && company !== null && can('users:read'),
  });
  if (typed === '') return [];
  return (data ?? []).filter(({ username }) => isNamed(username, typed)).slice(0, shown);
}
