import type { Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { type Filter, FilterBar } from '../../patterns/filter-bar';
import { ListTable } from '../../patterns/list-table';
import { RelativeTime } from '../../patterns/relative-time';
import { StatusBadge } from '../../patterns/status-badge';
import { rowsThat, type SampleRow } from './rows';
import type { Shown } from './shown';

const columns: readonly Column<SampleRow>[] = [
  { key: 'name', header: 'Name', rowHeader: true, cell: ({ name }) => name },
  { key: 'status', header: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  { key: 'used', header: 'Last used', cell: ({ usedAt }) => <RelativeTime at={usedAt} never="never" /> },
];
const filters: readonly Filter[] = [
  { type: 'text', name: 'text', label: 'Name', placeholder: 'Website' },
  { type: 'choice', name: 'kind', label: 'Kind', options: [{ value: 'company', label: 'Company key' }] },
  { type: 'date', name: 'from', label: 'From' },
  { type: 'flag', name: 'deleted', label: 'Include deleted keys' },
];
const states = ['loading', 'empty', 'error', 'stale', 'filled'] as const;

export const tables: readonly Shown[] = [
  { name: 'FilterBar', states: { filled: <FilterBar label="Filter the keys" filters={filters} /> } },
  {
    name: 'ListTable',
    states: Object.fromEntries(
      states.map((state) => [
        state,
        <ListTable
          key={state}
          caption={`Keys, ${state}`}
          columns={columns}
          rowKey={({ id }) => id}
          list={rowsThat(state)}
          empty={<EmptyState title="No keys yet" action={null} />}
        />,
      ]),
    ),
  },
];
