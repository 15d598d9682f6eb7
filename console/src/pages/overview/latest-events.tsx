import { Anchor, Group, Paper, Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { RelativeTime } from '../../patterns/relative-time';
import type { TrailEvent } from '../audit-trail/trail-event';
import { useSentence } from '../audit-trail/use-sentence';

const shown = 5;

/** What happened: the last entries of the audit trail. */
export function LatestEvents() {
  const { t } = useTranslation(['overview', 'shell']);
  const { data } = useQuery({
    queryKey: queryKeys.events('latest'),
    queryFn: () => answerOf(api.GET('/api/v1/events', { params: { query: { limit: shown } } })),
  });
  return (
    <Paper component="section" withBorder p="lg" aria-labelledby="latest">
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h4" id="latest">
          {t('overview:latest')}
        </Title>
        <Anchor component={Link} to="/audit-trail" underline="hover" fw={550}>
          {t('shell:places.auditTrail')}
        </Anchor>
      </Group>
      {data === undefined && <Skeleton h={140} aria-hidden />}
      <ol className="kunci-timeline">
        {data?.data.map((event) => (
          <Latest key={event.position} event={event} />
        ))}
      </ol>
    </Paper>
  );
}

function Latest({ event }: { readonly event: TrailEvent }) {
  const parts = useSentence(event);
  return (
    <li>
      <span className="kunci-timeline-said">
        {parts.map(({ text, names }, at) => (names === null ? text : <b key={at}>{text}</b>))}
      </span>
      <span className="kunci-timeline-when">
        <RelativeTime at={event.at} />
      </span>
    </li>
  );
}
