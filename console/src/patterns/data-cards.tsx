import { Box, Group, Paper, Stack, Text } from '@mantine/core';
import type { Column, DataTableProps } from './data-table-props';

/** The rows of a table, each as a card of labels and values. */
export function DataCards<T>({
  caption,
  columns,
  rows = [],
  rowKey,
}: Pick<DataTableProps<T>, 'caption' | 'columns' | 'rows' | 'rowKey'>) {
  return (
    <Stack component="ul" aria-label={caption} gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <Card row={row} columns={columns} />
        </li>
      ))}
    </Stack>
  );
}

function Card<T>({ row, columns }: { readonly row: T; readonly columns: readonly Column<T>[] }) {
  const title = columns.find(({ rowHeader }) => rowHeader === true);
  const [tick] = columns.filter((column) => column.tick !== undefined);
  const pairs = columns.filter((column) => column !== title && column !== tick && column.actions !== true);
  const actions = columns.filter((column) => column.actions === true);
  return (
    <Paper withBorder p="md">
      <Group gap="sm" mb="xs" wrap="nowrap" align="flex-start">
        {tick?.cell(row)}
        {title !== undefined && (
          <Box fw={600} style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {title.cell(row)}
          </Box>
        )}
      </Group>
      <Stack component="dl" gap={6} m={0}>
        {pairs.map(({ key, header, cell }) => (
          <Group key={key} justify="space-between" gap="md" wrap="nowrap" align="baseline">
            <Text component="dt" size="sm" c="dimmed" style={{ flexShrink: 0 }}>
              {header}
            </Text>
            <Box component="dd" m={0} ta="right" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {cell(row)}
            </Box>
          </Group>
        ))}
      </Stack>
      {actions.map(({ key, cell }) => (
        <Group key={key} mt="sm" gap="xs" justify="flex-end">
          {cell(row)}
        </Group>
      ))}
    </Paper>
  );
}
