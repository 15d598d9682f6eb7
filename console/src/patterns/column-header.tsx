import { Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import type { Column, Sorting } from './data-table-props';

/** What stands above a column: its name, which sorts by it where that can be done. */
export function ColumnHeader<T>({ column }: { readonly column: Column<T> }) {
  const { header, align, actions, tick, sorting } = column;
  const named = actions === true ? <VisuallyHidden>{header}</VisuallyHidden> : header;
  return (
    <Table.Th
      scope="col"
      ta={align}
      style={{ whiteSpace: 'nowrap' }}
      aria-sort={sorting === undefined ? undefined : (sorting.now ?? 'none')}
    >
      {sorting === undefined ? (tick ?? named) : <SortButton header={header} sorting={sorting} />}
    </Table.Th>
  );
}

const icons = { ascending: IconArrowUp, descending: IconArrowDown, none: IconSelector } as const;

function SortButton({ header, sorting }: { readonly header: string; readonly sorting: Sorting }) {
  const Icon = icons[sorting.now ?? 'none'];
  return (
    <UnstyledButton
      onClick={sorting.onSort}
      fz="inherit"
      fw="inherit"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 4, minHeight: 24 }}
    >
      {header}
      <Icon size={14} aria-hidden opacity={sorting.now === null ? 0.5 : 1} />
    </UnstyledButton>
  );
}
