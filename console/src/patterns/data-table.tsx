import { Box, Skeleton, Stack, Table, VisuallyHidden } from '@mantine/core';
import { useMediaQuery, useReducedMotion } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ColumnHeader } from './column-header';
import { DataCards } from './data-cards';
import type { Column, DataTableProps } from './data-table-props';
import { Pager } from './pager';
import { ScrollRegion } from './scroll-region';

export type { Column } from './data-table-props';

/** A list: a table where there is room, cards on a phone. The server does the paging. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, rows, loading = false, empty, paging } = props;
  const { t } = useTranslation('patterns');
  const turnedBeyond = rows?.length === 0 && typeof paging?.onPrevious === 'function';
  return (
    <Stack gap="md" aria-busy={loading}>
      <VisuallyHidden role="status">{loading ? t('loading') : ''}</VisuallyHidden>
      {rows?.length === 0 && !loading ? empty : <Rows {...props} />}
      {paging !== undefined && (rows?.length !== 0 || turnedBeyond) && (
        <Pager caption={caption} paging={paging} loading={loading} />
      )}
    </Stack>
  );
}

function Rows<T>({ caption, columns, rows, rowKey }: DataTableProps<T>) {
  const narrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  if (rows === undefined) return <Outline rows={narrow ? 3 : 5} height={narrow ? 64 : 36} />;
  if (narrow) return <DataCards caption={caption} columns={columns} rows={rows} rowKey={rowKey} />;
  return (
    <ScrollRegion label={caption}>
      <Table highlightOnHover>
        <Table.Caption p={0} m={0}>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <ColumnHeader key={column.key} column={column} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} columns={columns} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function Row<T>({ row, columns }: { readonly row: T; readonly columns: readonly Column<T>[] }) {
  return (
    <Table.Tr>
      {columns.map(({ key, cell, align, rowHeader }) =>
        rowHeader === true ? (
          <Table.Th key={key} scope="row" ta={align} style={{ overflowWrap: 'anywhere' }}>
            {cell(row)}
          </Table.Th>
        ) : (
          <Table.Td key={key} ta={align}>
            {cell(row)}
          </Table.Td>
        ),
      )}
    </Table.Tr>
  );
}

/** Where the rows will be. */
function Outline({ rows, height }: { readonly rows: number; readonly height: number }) {
  const still = useReducedMotion();
  return (
    <Box aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} mb="xs" animate={!still} />
      ))}
    </Box>
  );
}
