import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKeyColumns } from '../../keys/use-key-columns';
import { useKeyName } from '../../keys/use-key-name';
import { addressOf, usePickedTime } from '../../keys/use-picked-time';
import type { Column } from '../../patterns/data-table';
import type { Sorting } from '../../patterns/data-table-props';
import { withFilter } from '../../patterns/filter-params';
import { useAddressFilters } from '../../patterns/use-address-filters';
import { useReasonLabel } from '../../patterns/use-reason-label';
import { askedUsedKeys, type UsedKey, type UsedKeySort } from './use-used-keys';

/** A key with how often it was refused, why, and how often it was valid; its name leads to the refused requests. */
export function useUsedColumns(): readonly Column<UsedKey>[] {
  const { t, i18n } = useTranslation('usage');
  const columns = useKeyColumns();
  const sortedBy = useSorting();
  const number = new Intl.NumberFormat(i18n.language);
  return [
    {
      key: 'name',
      header: columns.name.header,
      rowHeader: true,
      sorting: sortedBy('name', '-name'),
      cell: (row) => <Name row={row} />,
    },
    {
      key: 'refused',
      header: t('refused'),
      align: 'right',
      sorting: sortedBy('-refused', 'refused'),
      cell: ({ refused }) => (
        <Text size="sm" fw={refused > 0 ? 600 : 400} c={refused > 0 ? 'var(--kunci-danger)' : 'dimmed'}>
          {number.format(refused)}
        </Text>
      ),
    },
    { key: 'why', header: t('why'), cell: (row) => <Why row={row} /> },
    {
      key: 'valid',
      header: t('valid'),
      align: 'right',
      sorting: sortedBy('-valid', 'valid'),
      cell: ({ valid }) => number.format(valid),
    },
    {
      ...columns.lastUsed,
      sorting: sortedBy('-lastUsedAt', 'lastUsedAt'),
      cell: ({ key }) => columns.lastUsed.cell(key),
    },
    { ...columns.status, cell: ({ key }) => columns.status.cell(key) },
  ];
}

function Name({ row: { key } }: { readonly row: UsedKey }) {
  const nameOf = useKeyName();
  const [picked] = usePickedTime();
  const within = picked === null ? '' : `?${addressOf(picked)}`;
  return (
    <Anchor component={Link} to={`/keys/${key.id}${within}`} fw={600}>
      {nameOf(key)}
    </Anchor>
  );
}

function Why({ row: { reasons } }: { readonly row: UsedKey }) {
  const { i18n } = useTranslation();
  const reasonLabel = useReasonLabel();
  const number = new Intl.NumberFormat(i18n.language);
  const counts = Object.entries(reasons).sort(([, one], [, other]) => other - one);
  if (counts.length === 0) return '–';
  return counts.map(([reason, count]) => `${reasonLabel(reason)} ${number.format(count)}`).join(' · ');
}

function useSorting(): (first: UsedKeySort, second: UsedKeySort) => Sorting {
  const [params, change] = useAddressFilters();
  const { sort } = askedUsedKeys(params);
  const sortBy = (next: UsedKeySort): void =>
    change((now) => withFilter(now, 'sort', next === '-refused' ? '' : next));
  return (first, second) => ({
    now: sort === first || sort === second ? directionOf(sort) : null,
    onSort: () => sortBy(sort === first ? second : first),
  });
}

function directionOf(sort: UsedKeySort): 'ascending' | 'descending' {
  return sort.startsWith('-') ? 'descending' : 'ascending';
}
