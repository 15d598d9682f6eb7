import { Paper, Skeleton, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import type { Key } from '../../keys/key';
import { useKeyColumns } from '../../keys/use-key-columns';
import { useUsage, useUsageRange } from '../../keys/use-usage';
import type { Column } from '../../patterns/data-table';
import { EmptyState } from '../../patterns/empty-state';
import { ListTable } from '../../patterns/list-table';

/** Each key with its counts over the span of the chart. A page is short, for each row asks the server by itself. */
export function UsageByKey() {
  const { t } = useTranslation('usage');
  const columns = useKeyColumns();
  const list = useList<Key>({
    queryKey: queryKeys.keys('usage'),
    read: (page) => answerOf(api.GET('/api/v1/keys', { params: { query: page } })),
    limit: 10,
  });
  const counts = (['valid', 'refused'] as const).map((what): Column<Key> => ({
    key: what,
    header: what === 'valid' ? t('valid') : t('refused'),
    align: 'right',
    cell: ({ id }) => <Count keyId={id} what={what} />,
  }));
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby="usage-by-key">
      <Title order={2} size="h4" id="usage-by-key" mb="md">
        {t('byKey')}
      </Title>
      <ListTable
        caption={t('byKey')}
        rowKey={({ id }) => id}
        list={list}
        columns={[columns.name, columns.status, ...counts, columns.lastUsed]}
        empty={
          <EmptyState title={t('empty.title')} Icon={IconKey} action={null}>
            {t('empty.text')}
          </EmptyState>
        }
      />
    </Paper>
  );
}

interface CountProps {
  readonly keyId: string;
  readonly what: 'valid' | 'refused';
}

function Count({ keyId, what }: CountProps) {
  const { i18n } = useTranslation('usage');
  const [range] = useUsageRange();
  const { data } = useUsage(range, keyId);
  if (data === undefined) return <Skeleton h={16} w={32} display="inline-block" aria-hidden />;
  return <>{new Intl.NumberFormat(i18n.language).format(data.totals[what])}</>;
}
