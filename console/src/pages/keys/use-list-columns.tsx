import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeyCommand } from '../../keys/key-commands';
import type { Key } from '../../keys/key';
import { KeyMenu } from '../../keys/key-menu';
import { useKeyColumns } from '../../keys/use-key-columns';
import { useKindLabel } from '../../keys/use-kind-label';
import { useMayColumn } from '../../keys/use-may-column';
import type { Column } from '../../patterns/data-table';
import type { Sorting } from '../../patterns/data-table-props';
import { withFilter } from '../../patterns/filter-params';
import { useAddressFilters } from '../../patterns/use-address-filters';
import { type Sort, usualSort } from './key-filters';

interface ListColumnsOptions {
  readonly sort: Sort;
  readonly onAct: (act: KeyCommand, key: Key) => void;
}

/** The columns of the list of all keys, sorted by their headers, with the acts in one menu. */
export function useListColumns({ sort, onAct }: ListColumnsOptions): readonly Column<Key>[] {
  const { t } = useTranslation('keys');
  const columns = useKeyColumns();
  const may = useMayColumn();
  const sortedBy = useSorting(sort);
  const { name } = columns;
  return [
    {
      ...name,
      sorting: sortedBy('name', '-name'),
      cell: (key) => (
        <>
          {name.cell(key)}
          <Belongs apiKey={key} />
        </>
      ),
    },
    columns.start,
    may,
    { ...columns.lastUsedFrom, sorting: sortedBy('-lastUsedAt', 'lastUsedAt') },
    { ...columns.expires, sorting: sortedBy('expiresAt', '-expiresAt') },
    columns.status,
    {
      key: 'acts',
      header: t('menu.acts'),
      actions: true,
      align: 'right',
      cell: (key) => <KeyMenu apiKey={key} onAct={onAct} />,
    },
  ];
}

/** For which product, person or service account a key is; of the company's own there is nothing to say. */
function Belongs({ apiKey: { kind, product, owner } }: { readonly apiKey: Key }) {
  const kindLabel = useKindLabel();
  if (kind === 'company') return null;
  return (
    <Text size="xs" c="dimmed" fw={400} style={{ overflowWrap: 'anywhere' }}>
      {[kindLabel(kind), product ?? owner?.username].filter((part) => part !== undefined).join(' · ')}
    </Text>
  );
}

/** How a header sorts: first in the order that one looks for, pressed again the other way round. */
function useSorting(sort: Sort): (first: Sort, second: Sort) => Sorting {
  const [, change] = useAddressFilters();
  const sortBy = (next: Sort): void =>
    change((now) => withFilter(now, 'sort', next === usualSort ? '' : next));
  return (first, second) => ({
    now: sort === first || sort === second ? directionOf(sort) : null,
    onSort: () => sortBy(sort === first ? second : first),
  });
}

function directionOf(sort: Sort): 'ascending' | 'descending' {
  return sort.startsWith('-') ? 'descending' : 'ascending';
}
