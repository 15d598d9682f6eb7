import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { Count } from '../../patterns/count-text';
import type { KeyFilters } from './key-filters';

// The server looks at thousands of keys for some of these.
const freshMs = 60_000;

/** How many keys there are of these. @param wanted false until the list itself is there, which comes first. */
export function useKeyCount(filters: KeyFilters, wanted: boolean): Count | null {
  const { data } = useQuery({
    queryKey: queryKeys.keys('count', filters),
    queryFn: async (): Promise<Count> => {
      const query = { ...filters, limit: 1, count: 'true' } as const;
      const { pagination } = await answerOf(api.GET('/api/v1/keys', { params: { query } }));
      return { total: pagination.total ?? 0, isMinimum: pagination.totalIsMinimum === true };
    },
    enabled: wanted,
    staleTime: freshMs,
  });
  return data ?? null;
}
