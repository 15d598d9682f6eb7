import type { List } from '../api/use-list';
import { useProblemText } from '../i18n/use-problem-text';
import { DataTable } from './data-table';
import type { DataTableProps } from './data-table-props';
import { ErrorState } from './error-state';

export interface ListTableProps<T> extends Pick<
  DataTableProps<T>,
  'caption' | 'columns' | 'rowKey' | 'empty'
> {
  readonly list: List<T>;
}

/** The table of a list of the API, with its pages; or why it could not be read, and a way to try again. */
export function ListTable<T>({ list, ...table }: ListTableProps<T>) {
  const textOf = useProblemText();
  const { problem } = list;
  return (
    <DataTable
      {...table}
      rows={list.loading ? undefined : list.rows}
      loading={list.loading}
      error={problem && <ErrorState onRetry={list.retry}>{textOf(problem)}</ErrorState>}
      paging={{ page: list.pageNumber, onPrevious: list.previous, onNext: list.next }}
    />
  );
}
