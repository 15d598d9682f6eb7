import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type AllKeys, useAllKeys } from './use-all-keys';

const statuses = ['active', 'expired', 'disabled', 'revoked'] as const;

type Status = (typeof statuses)[number];

/** What is counted: by status, and of those that work how many will expire soon. */
export type Counted = Status | 'expiringSoon';

export interface KeyCounts {
  /** Each in words; undefined until they are there. `12+` is at least twelve. */
  readonly counts: Readonly<Record<Counted, string>> | undefined;
  readonly error: Error | null;
}

/** How many keys there are of each sort. Where there are more than were read, the server counts. */
export function useKeyCounts(): KeyCounts {
  const all = useAllKeys();
  const counted = useQuery({
    queryKey: queryKeys.keys('counts'),
    queryFn: async () =>
      Promise.all([
        ...statuses.map((status) => countOf(status, { status })),
        countOf('expiringSoon', { expiresWithinDays: '14' }),
      ]),
    enabled: all.data?.andMore === true,
  });
  const error = all.error ?? counted.error;
  if (all.data === undefined) return { counts: undefined, error };
  if (!all.data.andMore) return { counts: countsIn(all.data), error };
  if (counted.data === undefined) return { counts: undefined, error };
  return { counts: { ...countsIn(all.data), ...Object.fromEntries(counted.data) }, error };
}

function countsIn({ keys }: AllKeys): Readonly<Record<Counted, string>> {
  const of = (status: Status): string => String(keys.filter((key) => key.status === status).length);
  return {
    active: of('active'),
    expiringSoon: String(keys.filter(({ expiringSoon }) => expiringSoon).length),
    expired: of('expired'),
    disabled: of('disabled'),
    revoked: of('revoked'),
  };
}

async function countOf(
  what: Counted,
  filter: { readonly status: Status } | { readonly expiresWithinDays: string },
): Promise<readonly [Counted, string]> {
  const query = { ...filter, limit: '1', count: 'true' } as const;
  const { pagination } = await answerOf(api.GET('/api/v1/keys', { params: { query } }));
  return [what, `${pagination.total ?? 0}${pagination.totalIsMinimum ? '+' : ''}`];
}
