import { keyKinds } from '../../../../libs/permissions';
import { secretIn } from '../../keys/pasted-secret';

export const statuses = ['active', 'expired', 'disabled', 'broken', 'revoked', 'suspended'] as const;

export const sorts = [
  ...(['-createdAt', 'createdAt', 'name', '-name'] as const),
  ...(['expiresAt', '-expiresAt', '-lastUsedAt', 'lastUsedAt'] as const),
] as const;

export type Sort = (typeof sorts)[number];

/** The order of a list when nothing is said: the newest first. */
export const usualSort: Sort = '-createdAt';

export const pageSizes = [20, 50, 100] as const;

/** What an address says of the list that it leads to; the names are those of the API. */
export interface AskedKeys {
  readonly filters: KeyFilters;
  readonly sort: Sort;
  readonly limit: number;
}

export type KeyFilters = ReturnType<typeof filtersIn>;

/** What stands there and means nothing is left out. */
export function askedIn(params: URLSearchParams): AskedKeys {
  const size = Number(params.get('limit'));
  return {
    filters: filtersIn(params),
    sort: sorts.find((each) => each === params.get('sort')) ?? usualSort,
    limit: pageSizes.find((each) => each === size) ?? pageSizes[0],
  };
}

/** The filters of an address, as the API takes them. */
export function filtersIn(params: URLSearchParams) {
  const text = (name: string): string => params.get(name)?.trim() ?? '';
  const kind = keyKinds.find((each) => each === text('kind'));
  const status = statuses.find((each) => each === text('status'));
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(status === undefined ? {} : { status }),
    ...(text('q') === '' || secretIn(text('q')) !== null ? {} : { q: text('q').slice(0, 100) }),
    ...named('product', text('product')),
    ...named('owner', text('owner')),
    ...named('createdBy', text('createdBy')),
    ...named('permission', text('permission')),
    ...(text('environment') === 'test' ? { environment: 'test' as const } : {}),
    ...(isDays(text('unusedDays')) ? { unusedDays: Number(text('unusedDays')) } : {}),
    ...(isDays(text('expiresWithinDays')) ? { expiresWithinDays: Number(text('expiresWithinDays')) } : {}),
    ...(text('failing') === 'true' ? { failing: 'true' as const } : {}),
    ...(text('makerLeft') === 'true' ? { makerLeft: 'true' as const } : {}),
    ...(text('deleted') === 'true' ? { deleted: 'true' as const } : {}),
  };
}

/** An id or a name, of no more characters than the API takes. */
function named<Name extends string>(name: Name, text: string): Partial<Record<Name, string>> {
  if (text === '') return {};
  // A cast: a computed name is typed as any string.
  return { [name]: text.slice(0, name === 'permission' ? 97 : 64) } as Record<Name, string>;
}

function isDays(text: string): boolean {
  return /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 3_650;
}
