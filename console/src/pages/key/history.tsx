import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useList } from '../../api/use-list';
import { useProblemText } from '../../i18n/use-problem-text';
import { useAfterReport } from '../../keys/use-after-report';
import { EmptyState } from '../../patterns/empty-state';
import { ErrorState } from '../../patterns/error-state';
import { standingOf } from '../../patterns/list-standing';
import { LoadingState } from '../../patterns/loading-state';
import { Pager } from '../../patterns/pager';
import { RelativeTime } from '../../patterns/relative-time';
import { StaleNotice } from '../../patterns/stale-notice';
import { useEventLabel } from './use-event-label';

type Event = Schemas['Event'];

/** What was done to the key, by whom and when, the latest first: its part of the audit trail. */
export function History({ id }: { readonly id: string }) {
  const { t } = useTranslation('key');
  const textOf = useProblemText();
  const list = useList<Event>({
    queryKey: queryKeys.events('of', id),
    read: (page) => answerOf(api.GET('/api/v1/keys/{id}/events', { params: { path: { id }, query: page } })),
    limit: 10,
  });
  const standing = standingOf(list);
  const { pageNumber, previous, next } = list;
  return (
    <Paper component="section" withBorder p="lg" aria-labelledby="key-history">
      <Title order={2} size="h4" id="key-history" mb="sm">
        {t('history.title')}
      </Title>
      {standing === 'loading' && <LoadingState />}
      {standing === 'failed' && (
        <ErrorState onRetry={list.retry}>{list.problem && textOf(list.problem)}</ErrorState>
      )}
      {standing === 'read' && list.rows.length === 0 && (
        <EmptyState title={t('history.empty')} action={null} />
      )}
      <StaleNotice list={list} />
      <ol className="kunci-timeline">
        {list.rows.map((event) => (
          <Entry key={event.position} event={event} />
        ))}
      </ol>
      <Pager
        caption={t('history.title')}
        paging={{ page: pageNumber, onPrevious: previous, onNext: next }}
        loading={list.turning}
      />
    </Paper>
  );
}

function Entry({ event: { type, actor, at, data } }: { readonly event: Event }) {
  const { t } = useTranslation('key');
  const labelOf = useEventLabel();
  const afterReport = useAfterReport();
  const isReport = type === 'key.reported';
  const { reason, done } = data;
  const why = isReport && typeof done === 'string' ? afterReport(done) : reason;
  return (
    <li>
      <span className="kunci-timeline-what">{labelOf(type)}</span>{' '}
      <span className="kunci-timeline-who">
        {actor.name ?? t(isReport ? 'history.holder' : 'history.system')}
      </span>{' '}
      <span className="kunci-timeline-when">
        <RelativeTime at={at} />
      </span>
      {typeof why === 'string' && (
        <Text size="sm" c="dimmed" className="kunci-timeline-why">
          {why}
        </Text>
      )}
    </li>
  );
}
