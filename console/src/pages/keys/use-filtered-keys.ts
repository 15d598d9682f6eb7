import { useSearchParams } from 'react-router';
import { keyKinds } from '../../../../libs/permissions';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { type List, useList } from '../../api/use-list';
import { type Key, keysWatchMs } from '../../keys/key';
import { secretIn } from '../../keys/pasted-secret';

export const statuses = ['active', 'expired', 'disabled', 'broken', 'revoked', 'suspended'] as const;

/** The names of the filters in the address, as the API has them. */
export const filterNames = ['q', 'kind', 'status', 'product', 'owner', 'deleted'] as const;

/** The keys that the address asks for. What stands there and means nothing is left out. */
export function useFilteredKeys(): { readonly list: List<Key>; readonly filtered: boolean } {
  const [params] = useSearchParams();
  const filters = filtersIn(params);
  const list = useList({
    queryKey: queryKeys.keys('list', filters),
    read: (page) => answerOf(api.GET('/api/v1/keys', { params: { query: { ...filters, ...page } } })),
    refetchIntervalMs: keysWatchMs,
  });
  return { list, filtered: Object.keys(filters).length > 0 };
}

function filtersIn(params: URLSearchParams) {
  const text = (name: (typeof filterNames)[number]): string => params.get(name)?.trim() ?? '';
  const kind = keyKinds.find((each) => each === text('kind'));
  const status = statuses.find((each) => each === text('status'));
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(status === undefined ? {} : { status }),
    ...(text('q') === '' || secretIn(text('q')) !== null ? {} : { q: text('q').slice(0, 100) }),
    ...(text('product') === '' ? {} : { product: text('product').slice(0, 64) }),
    ...(text('owner') === '' ? {} : { owner: text('owner').slice(0, 64) }),
    ...(text('deleted') === 'true' ? { deleted: 'true' as const } : {}),
  };
}
