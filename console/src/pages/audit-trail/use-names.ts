import { useQuery } from '@tanstack/react-query';
import { anyKindMay } from '../../../../libs/permissions';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { maskedKey } from '../../patterns/masking';
import { useCan } from '../../session/use-can';

const most = '100';

/**
 * What the things that events name by id are called today: people, keys, roles and products, as far as the reader may see
 * them. What has gone, or is out of sight, keeps the beginning of its id.
 */
export function useNames(): (id: string) => string {
  const people = usePeople();
  const keys = useKeys();
  const roles = useRoles();
  const products = useProducts();
  return (id) => people?.get(id) ?? keys?.get(id) ?? roles?.get(id) ?? products?.get(id) ?? shortened(id);
}

type Names = ReadonlyMap<string, string> | undefined;

function usePeople(): Names {
  const { can } = useCan();
  return useQuery({
    queryKey: queryKeys.users('names'),
    queryFn: () => answerOf(api.GET('/api/v1/users', { params: { query: { limit: most } } })),
    enabled: can('users:read'),
    select: ({ data }) => new Map(data.map(({ id, username }) => [id, username])),
  }).data;
}

function useKeys(): Names {
  const { canAny } = useCan();
  return useQuery({
    queryKey: queryKeys.keys('names'),
    queryFn: () => answerOf(api.GET('/api/v1/keys', { params: { query: { limit: most, deleted: 'true' } } })),
    enabled: canAny([...anyKindMay('read')]),
    select: ({ data }) =>
      new Map(data.map((key) => [key.id, key.name ?? maskedKey({ ...key, start: key.start ?? '' })])),
  }).data;
}

function useRoles(): Names {
  const { can } = useCan();
  return useQuery({
    queryKey: [...queryKeys.roles(), 'names'],
    queryFn: () => answerOf(api.GET('/api/v1/roles', { params: { query: { limit: most } } })),
    enabled: can('roles:read'),
    select: ({ data }) => new Map(data.map(({ id, name }) => [id, name])),
  }).data;
}

function useProducts(): Names {
  const { can } = useCan();
  return useQuery({
    queryKey: [...queryKeys.products(), 'names'],
    queryFn: () => answerOf(api.GET('/api/v1/products', { params: { query: { limit: most } } })),
    enabled: can('products:read'),
    select: ({ data }) => new Map(data.map(({ code, name }) => [code, name])),
  }).data;
}

/** Ids begin with the time, and so alike; their ends tell them apart. */
function shortened(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? `…${id.slice(-8)}` : id;
}
