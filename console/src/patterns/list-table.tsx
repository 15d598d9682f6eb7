import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { List } from '../api/use-list';
import { useProblemText } from '../i18n/use-problem-text';
import { DataTable } from './data-table';
import type { DataTableProps } from './data-table-props';
import { ErrorState } from './error-state';
import { standingOf } from './list-standing';
import type { Paging } from './pager';
import { StaleNotice } from './stale-notice';

export interface ListTableProps<T> extends Pick<
  DataTableProps<T>,
  'caption' | 'columns' | 'rowKey' | 'empty'
> {
  readonly list: List<T>;
  /** What else stands beneath the rows. */
  readonly footing?: Pick<Paging, 'told' | 'size'>;
}

/**
 * The table of a list of the API, with its pages. If reading fails, it says why, and how to try again: instead of
 * the rows where there are none, and above them where there are.
 */
export function ListTable<T>({ list, footing, ...table }: ListTableProps<T>) {
  if (standingOf(list) === 'failed') return <Failure list={list} />;
  return (
    <div>
      <StaleNotice list={list} />
      <DataTable
        {...table}
        rows={list.loading ? undefined : list.rows}
        loading={list.loading || list.turning}
        paging={{ page: list.pageNumber, onPrevious: list.previous, onNext: list.next, ...footing }}
      />
    </div>
  );
}

/** A page that could not be read; behind the first there is a way back. */
function Failure({ list }: { readonly list: List<unknown> }) {
  const { t } = useTranslation('patterns');
  const textOf = useProblemText();
  const { problem, previous, retry } = list;
  const back = previous && (
    <Button variant="default" onClick={previous}>
      {t('previous')}
    </Button>
  );
  return (
    <ErrorState onRetry={retry} action={back}>
      {problem && textOf(problem)}
    </ErrorState>
  );
}
