import type { ReactNode } from 'react';
import { useProblemText } from '../i18n/use-problem-text';
import type { List } from '../api/use-list';
import { type Column, DataTable } from '../patterns/data-table';
import { ErrorState } from '../patterns/error-state';
import type { Key } from './key';

export interface KeyTableProps {
  readonly caption: string;
  readonly list: List<Key>;
  /** Of `useKeyColumns()`, and the page's own. */
  readonly columns: readonly Column<Key>[];
  /** An `EmptyState`. */
  readonly empty: ReactNode;
}

/** The one table of keys. */
export function KeyTable({ caption, list, columns, empty }: KeyTableProps) {
  const textOf = useProblemText();
  // Also where there are rows: a key that has ended would stand there as one that works.
  const error = list.problem && <ErrorState onRetry={list.retry}>{textOf(list.problem)}</ErrorState>;
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={list.loading ? undefined : list.rows}
      rowKey={({ id }) => id}
      loading={list.loading}
      error={error}
      empty={empty}
      paging={{ page: list.pageNumber, onPrevious: list.previous, onNext: list.next }}
    />
  );
}
