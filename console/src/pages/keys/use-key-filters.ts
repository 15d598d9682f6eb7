import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys';
import { secretIn } from '../../keys/pasted-secret';
import { readProducts } from '../../keys/read-products';
import { useKindLabel } from '../../keys/use-kind-label';
import type { Filter } from '../../patterns/filter-bar';
import { useCan } from '../../session/use-can';
import { statuses } from './key-filters';

/** What one can filter by: only what one may see several of. A whole key is not typed here but looked up. */
export function useKeyFilters(look: (secret: string) => void): readonly Filter[] {
  const { t } = useTranslation('keys');
  const kindLabel = useKindLabel();
  const kinds = useReadableKinds();
  const products = useProducts(kinds.includes('product'));
  const statusOptions = useStatusOptions();
  return [
    {
      type: 'text',
      name: 'q',
      label: t('filter.q'),
      placeholder: t('filter.qExample'),
      intercept: (text) => intercept(text, look),
    },
    ...(kinds.length < 2
      ? []
      : [
          choice(
            'kind',
            t('column.kind'),
            kinds.map((kind) => ({ value: kind, label: kindLabel(kind) })),
          ),
        ]),
    choice('status', t('column.status'), statusOptions),
    ...(products.length === 0 ? [] : [choice('product', t('filter.product'), products)]),
    { type: 'flag', name: 'deleted', label: t('filter.deleted') },
  ];
}

type Choice = Extract<Filter, { type: 'choice' }>;

function choice(name: string, label: string, options: Choice['options']): Choice {
  return { type: 'choice', name, label, options };
}

/** Hands a secret over before it gets into the address. */
function intercept(text: string, look: (secret: string) => void): boolean {
  const secret = secretIn(text);
  if (secret !== null) look(secret);
  return secret !== null;
}

function useStatusOptions() {
  const { t } = useTranslation('keys');
  const labels = {
    active: t('filter.active'),
    expired: t('filter.expired'),
    disabled: t('filter.disabled'),
    broken: t('filter.broken'),
    revoked: t('filter.revoked'),
    suspended: t('filter.suspended'),
  };
  return statuses.map((status) => ({ value: status, label: labels[status] }));
}

function useReadableKinds() {
  const { can, canAny } = useCan();
  return [
    ...(can('keys.company:read') ? (['company'] as const) : []),
    ...(can('keys.product:read') ? (['product'] as const) : []),
    ...(canAny(['keys.personal:read', 'keys.personal.any:read']) ? (['personal'] as const) : []),
    ...(can('keys.machine:read') ? (['machine'] as const) : []),
  ];
}

function useProducts(wanted: boolean): readonly { value: string; label: string }[] {
  const { can } = useCan();
  const products = useQuery({
    queryKey: [...queryKeys.products(), 'filter'],
    queryFn: readProducts,
    enabled: wanted && can('products:read'),
  });
  const had = products.data?.filter(({ activation }) => activation !== 'none') ?? [];
  return had.map(({ code, name }) => ({ value: code, label: name }));
}
