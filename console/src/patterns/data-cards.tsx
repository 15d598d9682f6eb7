import type { Column, DataTableProps } from './data-table-props';

type Rows<T> = Pick<DataTableProps<T>, 'caption' | 'columns' | 'rows' | 'rowKey'>;

/** The rows of a table where there is no room for one: each its name and status, and below them what else there is. */
export function DataCards<T>({ caption, columns, rows = [], rowKey }: Rows<T>) {
  return (
    <ul aria-label={caption} className="kunci-rows">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <Card row={row} columns={columns} />
        </li>
      ))}
    </ul>
  );
}

function Card<T>({ row, columns }: { readonly row: T; readonly columns: readonly Column<T>[] }) {
  const title = columns.find(({ rowHeader }) => rowHeader === true);
  const status = columns.find(({ key }) => key === 'status');
  const tick = columns.find((column) => column.tick !== undefined);
  const actions = columns.filter((column) => column.actions === true);
  const facts = columns.filter((column) => ![title, status, tick, ...actions].includes(column));
  return (
    <>
      <div className="kunci-row-head">
        {tick?.cell(row)}
        {title !== undefined && <div className="kunci-row-name">{title.cell(row)}</div>}
        {status?.cell(row)}
      </div>
      <dl className="kunci-row-facts">
        {facts.map(({ key, header, cell }) => (
          <div key={key}>
            <dt>{header}</dt>
            <dd>{cell(row)}</dd>
          </div>
        ))}
      </dl>
      {actions.map(({ key, cell }) => (
        <div key={key} className="kunci-row-acts">
          {cell(row)}
        </div>
      ))}
    </>
  );
}
