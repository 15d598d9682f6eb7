import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useListInAddress } from '../../api/use-list-in-address';
import { secretIn } from '../../keys/pasted-secret';
import { usePickedTime } from '../../keys/use-picked-time';
import { beginningOf, useUsageRange } from '../../keys/use-usage';
import { useTimeZone } from '../../patterns/time-zone';

export type UsedKey = Schemas['UsedKey'];

export const usedKeySorts = [
  ...(['-refused', 'refused', '-valid', 'valid'] as const),
  ...(['name', '-name', '-lastUsedAt', 'lastUsedAt'] as const),
] as const;

export type UsedKeySort = (typeof usedKeySorts)[number];

const refreshMs = 15_000;

/** Which keys the address asks for. */
export interface AskedUsedKeys {
  readonly sort: UsedKeySort;
  readonly used: boolean;
  readonly q: string;
}

export function askedUsedKeys(params: URLSearchParams): AskedUsedKeys {
  const q = params.get('q')?.trim().slice(0, 100) ?? '';
  return {
    sort: usedKeySorts.find((each) => each === params.get('sort')) ?? '-refused',
    used: params.get('used') !== 'false',
    q: secretIn(q) === null ? q : '',
  };
}

/** The page of keys that the address names, with their counts in the time that it names. */
export function useUsedKeys() {
  const [params] = useSearchParams();
  const { sort, used, q } = askedUsedKeys(params);
  const time = useTime();
  const query = { sort, used: used ? 'true' : 'false', ...(q === '' ? {} : { q }), ...time.query } as const;
  return useListInAddress<UsedKey>({
    queryKey: queryKeys.usage('keys', sort, used, q, time.key),
    read: (page) => answerOf(api.GET('/api/v1/usage/keys', { params: { query: { ...query, ...page } } })),
    refetchIntervalMs: refreshMs,
  });
}

/** How many keys were used then, or were not; null until that is known. */
export function useUsedKeyCount(used: boolean) {
  const [params] = useSearchParams();
  const { q } = askedUsedKeys(params);
  const time = useTime();
  const which = { used: used ? 'true' : 'false', ...(q === '' ? {} : { q }), ...time.query } as const;
  const { data } = useQuery({
    queryKey: queryKeys.usage('key-count', used, q, time.key),
    queryFn: () => {
      const query = { ...which, limit: 1, count: 'true' } as const;
      return answerOf(api.GET('/api/v1/usage/keys', { params: { query } }));
    },
  });
  if (data?.pagination.total === undefined) return null;
  return { total: data.pagination.total, isMinimum: data.pagination.totalIsMinimum === true };
}

function useTime() {
  const [range] = useUsageRange();
  const [picked] = usePickedTime();
  const timeZone = useTimeZone();
  return { query: picked ?? beginningOf(range, new Date(), timeZone), key: [picked, range, timeZone] };
}
