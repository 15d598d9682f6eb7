import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { EmptyState } from '../../patterns/empty-state';
import { ListTable } from '../../patterns/list-table';
import { RelativeTime } from '../../patterns/relative-time';
import { useEventLabel } from './use-event-label';

/** What was done to the key, by whom and when: its part of the audit trail. */
export function History({ id }: { readonly id: string }) {
  const { t } = useTranslation('key');
  const labelOf = useEventLabel();
  const list = useList<Schemas['Event']>({
    queryKey: queryKeys.events('of', id),
    read: (page) => answerOf(api.GET('/api/v1/events', { params: { query: { target: id, ...page } } })),
    limit: 10,
  });
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby="key-history">
      <Title order={2} size="h4" id="key-history" mb="md">
        {t('history.title')}
      </Title>
      <ListTable
        caption={t('history.title')}
        list={list}
        rowKey={({ position }) => String(position)}
        empty={<EmptyState title={t('history.empty')} action={null} />}
        columns={[
          {
            key: 'what',
            header: t('history.what'),
            rowHeader: true,
            cell: (event) => <What event={event} label={labelOf(event.type)} />,
          },
          { key: 'who', header: t('history.who'), cell: ({ actor }) => actor.name ?? t('history.system') },
          { key: 'when', header: t('history.when'), cell: ({ at }) => <RelativeTime at={at} /> },
        ]}
      />
    </Paper>
  );
}

function What({ event: { data }, label }: { readonly event: Schemas['Event']; readonly label: string }) {
  const { reason } = data;
  return (
    <>
      {label}
      {typeof reason === 'string' && (
        <Text size="sm" c="dimmed">
          {reason}
        </Text>
      )}
    </>
  );
}
