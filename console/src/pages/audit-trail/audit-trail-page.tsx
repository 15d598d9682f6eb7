import { Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { EmptyState } from '../../patterns/empty-state';
import { ListTable } from '../../patterns/list-table';
import { Page } from '../../shell/page';
import { ExportLinks } from './export-links';
import { Filters } from './filters';
import type { TrailEvent } from './trail-event';
import { useColumns } from './use-columns';
import { useEventQuery } from './use-event-query';

/** Who did what to what, newest first. */
export default function AuditTrailPage() {
  const { t } = useTranslation('audit-trail');
  const filter = useEventQuery();
  const list = useList<TrailEvent>({
    queryKey: queryKeys.events(filter),
    read: (page) => answerOf(api.GET('/api/v1/events', { params: { query: { ...filter, ...page } } })),
  });
  const columns = useColumns();
  return (
    <Page title={t('title')} description={t('description')} actions={<ExportLinks filter={filter} />}>
      <Stack gap="lg">
        <Filters events={list.rows} />
        <ListTable
          caption={t('title')}
          columns={columns}
          list={list}
          rowKey={({ position }) => String(position)}
          empty={
            <EmptyState title={t('none')} action={null} Icon={IconHistory}>
              {t('noneText')}
            </EmptyState>
          }
        />
      </Stack>
    </Page>
  );
}
