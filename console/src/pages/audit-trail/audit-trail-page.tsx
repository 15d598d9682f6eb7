import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { Page } from '../../shell/page';
import { ExportLinks } from './export-links';
import { Filters } from './filters';
import { Trail } from './trail';
import type { TrailEvent } from './trail-event';
import { useEventQuery } from './use-event-query';

/** Who did what to what, day by day, newest first. */
export default function AuditTrailPage() {
  const { t } = useTranslation('audit-trail');
  const filter = useEventQuery();
  const list = useList<TrailEvent>({
    queryKey: queryKeys.events(filter),
    read: (page) => answerOf(api.GET('/api/v1/events', { params: { query: { ...filter, ...page } } })),
  });
  return (
    <Page title={t('title')} description={t('description')} actions={<ExportLinks filter={filter} />}>
      <Stack gap="lg">
        <Filters events={list.rows} />
        <Trail list={list} />
      </Stack>
    </Page>
  );
}
