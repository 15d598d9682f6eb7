import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePickedTime } from '../../keys/use-picked-time';
import { EmptyState } from '../../patterns/empty-state';
import { FilterBar } from '../../patterns/filter-bar';
import { ListTable } from '../../patterns/list-table';
import { momentText } from '../../patterns/relative-time-text';
import { useTimeForm } from '../../patterns/time-zone';
import { UsedChips } from './used-chips';
import { useUsedColumns } from './use-used-columns';
import { askedUsedKeys, useUsedKeys } from './use-used-keys';

/** The keys with their counts, those that are refused most first: over the span of the chart, or the hour that was picked. */
export function UsageByKey() {
  const { t } = useTranslation('usage');
  const columns = useUsedColumns();
  const list = useUsedKeys();
  const [params] = useSearchParams();
  const { used } = askedUsedKeys(params);
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby="usage-by-key">
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id="usage-by-key">
            {t('byKey')}
          </Title>
          <Picked />
        </Group>
        <UsedChips />
        <FilterBar
          label={t('filter.label')}
          filters={[{ type: 'text', name: 'q', label: t('filter.q'), placeholder: t('filter.qExample') }]}
        />
        <ListTable
          caption={t('byKey')}
          rowKey={({ key }) => key.id}
          list={list}
          columns={columns}
          empty={
            <EmptyState title={t('empty.title')} Icon={IconKey} action={null}>
              {used ? t('empty.used') : t('empty.unused')}
            </EmptyState>
          }
        />
      </Stack>
    </Paper>
  );
}

/** Which part of the chart was picked, and the way back to all of it. */
function Picked() {
  const { t } = useTranslation('usage');
  const form = useTimeForm();
  const [picked, pick] = usePickedTime();
  if (picked === null) return null;
  return (
    <Group gap="sm">
      <Text size="sm" role="status">
        {t('picked', { from: momentText(picked.from, form), to: momentText(picked.to, form) })}
      </Text>
      <Button variant="default" size="xs" onClick={() => pick(null)}>
        {t('anyTime')}
      </Button>
    </Group>
  );
}
