import { useQuery } from '@tanstack/react-query';
import { anyKindMay, type ManagementPermission } from '../../../../libs/permissions';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

/** Any of these shows some of the company's keys. */
export const mayReadKeys: readonly ManagementPermission[] = anyKindMay('read');

const pageSize = '100';
const maxPages = 5;
// A use is written within two seconds; so it is seen within five.
const watchMs = 2_500;

export interface AllKeys {
  readonly keys: readonly Schemas['Key'][];
  /** There are more than were read. */
  readonly andMore: boolean;
}

/** The keys one may see, newest first, up to 500. While there are some and none was ever used, it watches for the first use. */
export function useAllKeys(enabled = true) {
  return useQuery({
    queryKey: queryKeys.keys('all'),
    queryFn: readAll,
    enabled,
    refetchInterval: ({ state }) => (isWaiting(state.data) ? watchMs : false),
  });
}

/** A key is there and none was used yet. Of more keys than were read nobody knows that. */
export function isWaiting(all: AllKeys | undefined): boolean {
  return all !== undefined && !all.andMore && all.keys.length > 0 && firstUsed(all) === null;
}

/** The key that was used, by the earliest time that is known, or null. */
export function firstUsed({ keys }: AllKeys): Schemas['Key'] | null {
  const used = keys.filter(({ lastUsedAt }) => lastUsedAt !== null);
  const [first] = used.sort((a, b) => (a.lastUsedAt ?? '').localeCompare(b.lastUsedAt ?? ''));
  return first ?? null;
}

async function readAll(): Promise<AllKeys> {
  const keys: Schemas['Key'][] = [];
  let cursor: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const query = { limit: pageSize, ...(cursor === null ? {} : { cursor }) };
    const answer: Schemas['KeyPage'] = await answerOf(api.GET('/api/v1/keys', { params: { query } }));
    keys.push(...answer.data);
    cursor = answer.pagination.cursor;
    if (cursor === null) return { keys, andMore: false };
  }
  return { keys, andMore: true };
}
