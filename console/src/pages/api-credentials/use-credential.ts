import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { isOver, type Key, keysWatchMs } from '../../keys/key';

export interface Credential {
  /** The newest of the company's keys that has not ended; null where there is none. */
  readonly key: Key | null;
  /** There was one before. */
  readonly hadOne: boolean;
  /** How many have not ended. */
  readonly count: number;
}

/** The key of the company, as this page has one. Where a company has several, the others are on the page of keys. */
export function useCredential() {
  return useQuery({
    queryKey: queryKeys.keys('credential'),
    queryFn: async (): Promise<Credential> => {
      const query = { kind: 'company', deleted: 'true', limit: '100' } as const;
      const { data } = await answerOf(api.GET('/api/v1/keys', { params: { query } }));
      const living = data.filter((key) => !isOver(key));
      return { key: living[0] ?? null, hadOne: data.length > 0, count: living.length };
    },
    refetchInterval: keysWatchMs,
    refetchOnWindowFocus: 'always',
  });
}
