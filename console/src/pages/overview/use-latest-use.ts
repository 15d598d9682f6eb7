import { useQuery } from '@tanstack/react-query';
import { anyKindMay, type ManagementPermission } from '../../../../libs/permissions';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

/** Any of these shows some of the company's keys. */
export const mayReadKeys: readonly ManagementPermission[] = anyKindMay('read');

// A use is written within two seconds; so it is seen within five.
const watchMs = 2_500;

export interface LatestUse {
  /** Whether there is any key that one may see. */
  readonly anyKey: boolean;
  /** The one that was used last; null while none was. */
  readonly key: Schemas['Key'] | null;
}

/**
 * The key that was used last, by the first row of a list in which those without a use come last. While there are keys and none
 * was used, it watches for the first use.
 */
export function useLatestUse(enabled = true) {
  return useQuery({
    queryKey: queryKeys.keys('latest-use'),
    queryFn: read,
    enabled,
    refetchInterval: ({ state }) => (isWaiting(state.data) ? watchMs : false),
  });
}

/** A key is there, and none was used yet. */
export function isWaiting(use: LatestUse | undefined): boolean {
  return use?.anyKey === true && use.key === null;
}

async function read(): Promise<LatestUse> {
  const query = { sort: '-lastUsedAt', limit: 1 } as const;
  const { data } = await answerOf(api.GET('/api/v1/keys', { params: { query } }));
  const [first] = data;
  return {
    anyKey: first !== undefined,
    key: first === undefined || first.lastUsedAt === null ? null : first,
  };
}
