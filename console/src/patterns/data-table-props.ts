import type { ReactNode } from 'react';
import type { Paging } from './pager';

export interface Column<T> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** What the row is called by; the title of its card. One column of a table has it. */
  readonly rowHeader?: boolean;
  readonly align?: 'right';
  /** A column of buttons: its header is for screen readers, and on a card it comes last and without a label. */
  readonly actions?: boolean;
  /** A column of boxes to tick, with this above them; on a card the box stands before the title. */
  readonly tick?: ReactNode;
  /** Where the rows can be sorted by it. */
  readonly sorting?: Sorting;
}

export interface Sorting {
  /** How they are sorted by it now; null where they are sorted by something else. */
  readonly now: 'ascending' | 'descending' | null;
  /** Sorts by it, or the other way round. */
  readonly onSort: () => void;
}

export interface DataTableProps<T> {
  /** What the table lists, for screen readers: "API keys of Orbit Bookings". */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  /** Undefined until they are there. */
  readonly rows: readonly T[] | undefined;
  readonly rowKey: (row: T) => string;
  /** Whether rows are on their way, also while earlier ones stand. */
  readonly loading?: boolean;
  /** An `EmptyState`. */
  readonly empty: ReactNode;
  /** Absent where everything is on one page. */
  readonly paging?: Paging;
}
