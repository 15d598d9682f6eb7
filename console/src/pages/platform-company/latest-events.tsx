import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../patterns/data-table';
import { RelativeTime } from '../../patterns/relative-time';
import { useTypeLabel } from '../audit-trail/use-type-label';
import type { CompanyDetails } from './use-platform-company';

type Event = CompanyDetails['events'][number];

/** What happened in the company last, and who did it. */
export function LatestEvents({ company }: { readonly company: CompanyDetails }) {
  const { t } = useTranslation('platform-company');
  const labelOf = useTypeLabel();
  const columns: readonly Column<Event>[] = [
    { key: 'what', header: t('what'), rowHeader: true, cell: ({ type }) => labelOf(type) },
    { key: 'who', header: t('who'), cell: ({ actor }) => actor.name ?? t('system') },
    { key: 'when', header: t('when'), align: 'right', cell: ({ at }) => <RelativeTime at={at} /> },
  ];
  return (
    <Stack component="section" gap="sm" aria-labelledby="company-events">
      <Title order={2} size="h4" id="company-events">
        {t('events')}
      </Title>
      <DataTable
        caption={t('events')}
        columns={columns}
        rows={company.events}
        rowKey={({ position }) => String(position)}
        empty={<Text c="dimmed">{t('noEvents')}</Text>}
      />
    </Stack>
  );
}
