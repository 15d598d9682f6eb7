import { Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { List } from '../../api/use-list';
import { useProblemText } from '../../i18n/use-problem-text';
import { EmptyState } from '../../patterns/empty-state';
import { ErrorState } from '../../patterns/error-state';
import { standingOf } from '../../patterns/list-standing';
import { LoadingState } from '../../patterns/loading-state';
import { dayOf } from '../../patterns/local-day';
import { Pager } from '../../patterns/pager';
import { StaleNotice } from '../../patterns/stale-notice';
import { useTimeForm } from '../../patterns/time-zone';
import { useNow } from '../../patterns/use-now';
import { byDay, type Day } from './by-day';
import { Entry } from './entry';
import type { TrailEvent } from './trail-event';

/** What happened, day by day, the latest first. */
export function Trail({ list }: { readonly list: List<TrailEvent> }) {
  const { t } = useTranslation('audit-trail');
  const textOf = useProblemText();
  const { timeZone } = useTimeForm();
  const standing = standingOf(list);
  if (standing === 'loading') return <LoadingState onRetry={list.retry} />;
  if (standing === 'failed')
    return <ErrorState onRetry={list.retry}>{list.problem && textOf(list.problem)}</ErrorState>;
  const { pageNumber, previous, next } = list;
  return (
    <section aria-label={t('title')} aria-busy={list.turning}>
      <StaleNotice list={list} />
      {list.rows.length === 0 && (
        <EmptyState title={t('nothing')} action={null} Icon={IconHistory}>
          {t('nothingText')}
        </EmptyState>
      )}
      {byDay(list.rows, timeZone).map((day) => (
        <OneDay key={`${day.day} ${day.events[0]?.position ?? ''}`} day={day} />
      ))}
      {(list.rows.length > 0 || previous !== null) && (
        <Pager
          caption={t('title')}
          paging={{ page: pageNumber, onPrevious: previous, onNext: next }}
          loading={list.turning}
        />
      )}
    </section>
  );
}

function OneDay({ day: { day, events } }: { readonly day: Day<TrailEvent> }) {
  return (
    <div className="kunci-trail-day">
      <Title order={2} size="h5">
        {useDayText(day)}
      </Title>
      <ol className="kunci-timeline">
        {events.map((event) => (
          <Entry key={event.position} event={event} />
        ))}
      </ol>
    </div>
  );
}

/** "Today, Friday 25 December 2026" */
function useDayText(day: string): string {
  const { t } = useTranslation('audit-trail');
  const { language, timeZone } = useTimeForm();
  const now = useNow(60_000);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  const date = format.format(new Date(`${day}T12:00:00Z`));
  return day === dayOf(now, timeZone) ? t('today', { date }) : date;
}
