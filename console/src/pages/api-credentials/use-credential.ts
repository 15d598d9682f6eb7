import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { readAll } from '../../api/read-all';
import { isChangeable, type Key, keysWatchMs } from '../../keys/key';

export interface Credential {
  /** The newest of the company's keys that has not ended; null where there is none. */
  readonly key: Key | null;
  /** There was one before. */
  readonly hadOne: boolean;
  /** How many have not ended. */
  readonly count: number;
}

const all = { kind: 'company', deleted: 'true' } as const;

/** The key of the company, as this page has one. Where a company has several, the others are on the page of keys. */
export function useCredential() {
  return useQuery({
    queryKey: queryKeys.keys('credential'),
    queryFn: async (): Promise<Credential> => {
      const keys = await readAll(
        (page) => answerOf(api.GET('/api/v1/keys', { params: { query: { ...all, ...page } } })),
        hasLiving,
      );
      const key = keys.find((one) => isChangeable(one)) ?? null;
      return { key, hadOne: keys.length > 0, count: key === null ? 0 : await countLiving() };
    },
    refetchInterval: keysWatchMs,
    refetchOnWindowFocus: 'always',
  });
}

function hasLiving(keys: readonly Key[]): boolean {
  return keys.some((key) => isChangeable(key));
}

/** What is deleted is revoked, too. */
async function countLiving(): Promise<number> {
  const [every, revoked] = await Promise.all([countOf({}), countOf({ status: 'revoked' })]);
  return every - revoked;
}

async function countOf(filter: { status?: 'revoked' }): Promise<number> {
  const query = { ...all, ...filter, limit: 1, count: 'true' } as const;
  const { pagination } = await answerOf(api.GET('/api/v1/keys', { params: { query } }));
  return pagination.total ?? 0;
}
