import { useQuery } from '@tanstack/react-query';
import { anyKindMay } from '../../../libs/permissions';
import { answerOf, api } from '../api/client';
import { isProblem } from '../api/problem';
import { queryKeys } from '../api/query-keys';
import type { Key } from '../keys/key';
import { useCan } from '../session/use-can';
import { useSession } from '../session/use-session';
import { maskIn } from './result';

const id = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const shown = 6;

/** The keys that are named, begin or have an id like this. What was typed is forgotten with the dialog. */
export function useFoundKeys(typed: string): readonly Key[] {
  const { canAny } = useCan();
  const { company } = useSession();
  const { data } = useQuery({
    queryKey: queryKeys.keys('find', typed),
    queryFn: () => (id.test(typed) ? byId(typed) : byText(typed)),
    enabled: typed !== '' && company !== null && canAny(anyKindMay('read')),
    gcTime: 0,
  });
  return data ?? [];
}

async function byText(typed: string): Promise<readonly Key[]> {
  const mask = maskIn(typed);
  const query = { q: (mask?.start ?? typed).slice(0, 100), limit: mask === null ? String(shown) : '100' };
  const { data } = await answerOf(api.GET('/api/v1/keys', { params: { query } }));
  return data.filter(({ last4 }) => mask === null || last4.endsWith(mask.last4)).slice(0, shown);
}

async function byId(typed: string): Promise<readonly Key[]> {
  try {
    return [await answerOf(api.GET('/api/v1/keys/{id}', { params: { path: { id: typed } } }))];
  } catch (refusal) {
    if (isProblem(refusal, 'not-found')) return [];
    throw refusal;
  }
}
