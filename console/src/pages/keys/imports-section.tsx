import { Button, Code, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { Column } from '../../patterns/data-table';
import { DataTable } from '../../patterns/data-table';
import { useCan } from '../../session/use-can';
import { type KeyShape, RemoveShapeDialog } from './remove-shape-dialog';

/** How far the company has moved from another system; nothing for whoever may not import, and where nothing was imported. */
export function ImportsSection() {
  const { t } = useTranslation('keys');
  const mayImport = useCan().canAny(['keys.company:import', 'keys.product:import']);
  const [removing, setRemoving] = useState<{ shape: KeyShape | null; opened: boolean }>(nothing);
  const columns = useColumns((shape) => setRemoving({ shape, opened: true }));
  const { data: progress } = useQuery({
    queryKey: queryKeys.keys('imports'),
    queryFn: () => answerOf(api.GET('/api/v1/keys/imports')),
    enabled: mayImport,
  });
  if (progress === undefined || (progress.shapes.length === 0 && progress.seen + progress.unseen === 0))
    return null;
  const { seen, unseen, withoutShape, shapes } = progress;
  return (
    <Paper component="section" aria-label={t('imports.title')} withBorder p="lg">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('imports.title')}
        </Title>
        <Text size="sm">
          {[t('imports.seen', { count: seen }), t('imports.unseen', { count: unseen })].join(' ')}
        </Text>
        {withoutShape > 0 && <Text size="sm">{t('imports.withoutShape', { count: withoutShape })}</Text>}
        <DataTable
          caption={t('imports.shapes')}
          columns={columns}
          rows={shapes}
          rowKey={({ id }) => id}
          empty={<Text size="sm">{t('imports.noShapes')}</Text>}
        />
      </Stack>
      <RemoveShapeDialog
        {...removing}
        onClose={() => setRemoving(({ shape }) => ({ shape, opened: false }))}
      />
    </Paper>
  );
}

const nothing = { shape: null, opened: false };

function useColumns(onRemove: (shape: KeyShape) => void): readonly Column<KeyShape>[] {
  const { t } = useTranslation('keys');
  return [
    {
      key: 'prefix',
      header: t('imports.prefix'),
      rowHeader: true,
      cell: ({ prefix }) => (prefix === '' ? t('imports.noPrefix') : <Code fz="sm">{prefix}</Code>),
    },
    { key: 'length', header: t('imports.length'), cell: ({ length }) => length },
    { key: 'alphabet', header: t('imports.alphabet'), cell: ({ alphabet }) => alphabet },
    { key: 'seen', header: t('imports.used'), cell: ({ seen }) => seen },
    { key: 'unseen', header: t('imports.waiting'), cell: ({ unseen }) => unseen },
    {
      key: 'acts',
      header: t('imports.actions'),
      actions: true,
      align: 'right',
      // The server keeps one that keys were used with.
      cell: (shape) =>
        shape.seen === 0 && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('imports.removeOf', shape)}
            onClick={() => onRemove(shape)}
          >
            {t('imports.remove')}
          </Button>
        ),
    },
  ];
}
