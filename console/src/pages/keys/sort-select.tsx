import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { withFilter } from '../../patterns/filter-params';
import { useAddressFilters } from '../../patterns/use-address-filters';
import { type Sort, sorts, usualSort } from './key-filters';

const labels = {
  '-createdAt': 'sort.newest',
  createdAt: 'sort.oldest',
  name: 'sort.name',
  '-name': 'sort.nameFalling',
  expiresAt: 'sort.expiresSoonest',
  '-expiresAt': 'sort.expiresLatest',
  '-lastUsedAt': 'sort.usedLast',
  lastUsedAt: 'sort.usedLongestAgo',
} as const satisfies Readonly<Record<Sort, string>>;

/** The order of the list: on a phone there are no headers to press, and not every order has a column. */
export function SortSelect({ sort }: { readonly sort: Sort }) {
  const { t } = useTranslation('keys');
  const [, change] = useAddressFilters();
  return (
    <NativeSelect
      ml="auto"
      label={t('sort.label')}
      value={sort}
      data={sorts.map((each) => ({ value: each, label: t(labels[each]) }))}
      onChange={({ currentTarget: { value } }) =>
        change((now) => withFilter(now, 'sort', value === usualSort ? '' : value))
      }
    />
  );
}
