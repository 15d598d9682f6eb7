import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

/** What is counted, by the filter of the list that has those keys. Soon is within 14 days, as the API has it. */
export const filters = {
  active: { status: 'active' },
  expiringSoon: { expiresWithinDays: 14 },
  expired: { status: 'expired' },
  disabled: { status: 'disabled' },
  revoked: { status: 'revoked' },
} as const;

export type Counted = keyof typeof filters;

// A cast: Object.keys knows no literal types.
export const counted = Object.keys(filters) as Counted[];

export interface KeyCounts {
  /** Each in words; undefined until they are there. `12+` is at least twelve. */
  readonly counts: Readonly<Partial<Record<Counted, string>>> | undefined;
  readonly error: Error | null;
}

/** How many keys there are of each sort. The server counts; no key is read for its number. */
export function useKeyCounts(): KeyCounts {
  const { data, error } = useQuery({
    queryKey: queryKeys.keys('counts'),
    queryFn: async () => Object.fromEntries(await Promise.all(counted.map(countOf))),
  });
  return { counts: data, error };
}

async function countOf(what: Counted): Promise<readonly [Counted, string]> {
  const query = { ...filters[what], limit: 1, count: 'true' } as const;
  const { pagination } = await answerOf(api.GET('/api/v1/keys', { params: { query } }));
  return [what, `${pagination.total ?? 0}${pagination.totalIsMinimum ? '+' : ''}`];
}
