import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys';
import { readProducts } from '../../keys/read-products';
import { useKindLabel } from '../../keys/use-kind-label';
import type { Filter } from '../../patterns/filter-bar';
import { useCan } from '../../session/use-can';
import { statuses } from './use-filtered-keys';

/** What one can filter by: only what one may see several of. */
export function useKeyFilters(): readonly Filter[] {
  const { t } = useTranslation('keys');
  const kindLabel = useKindLabel();
  const kinds = useReadableKinds();
  const products = useProducts(kinds.includes('product'));
  const options = (values: readonly { value: string; label: string }[]) => ({ options: values });
  return [
    { type: 'text', name: 'q', label: t('filter.q'), placeholder: t('filter.qExample') },
    ...(kinds.length < 2
      ? []
      : ([
          {
            type: 'choice',
            name: 'kind',
            label: t('column.kind'),
            ...options(kinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))),
          },
        ] as const)),
    {
      type: 'choice',
      name: 'status',
      label: t('column.status'),
      ...options(useStatusOptions()),
    },
    ...(products.length === 0
      ? []
      : ([{ type: 'choice', name: 'product', label: t('filter.product'), ...options(products) }] as const)),
    { type: 'flag', name: 'deleted', label: t('filter.deleted') },
  ];
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
