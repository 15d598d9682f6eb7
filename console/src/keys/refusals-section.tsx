import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';
import { CopyableText } from '../patterns/copyable-text';
import { exactTimeText, momentText } from '../patterns/relative-time-text';
import { useTimeForm } from '../patterns/time-zone';
import { useReasonLabel } from '../patterns/use-reason-label';
import { usePickedTime } from './use-picked-time';

type Refusal = Schemas['Refusal'];

const refreshMs = 15_000;
const shownFirst = 8;

/** The last requests with a key that were refused: when, why, what for, from where, and the id to look for in a log. */
export function RefusalsSection({ keyId }: { readonly keyId: string }) {
  const { t } = useTranslation('key');
  const form = useTimeForm();
  const [picked, pick] = usePickedTime();
  const { data } = useQuery({
    queryKey: queryKeys.usage('refusals', keyId, picked),
    queryFn: () =>
      answerOf(api.GET('/api/v1/usage/refusals', { params: { query: { keyId, ...(picked ?? {}) } } })),
    refetchInterval: refreshMs,
  });
  const [shown, setShown] = useState(shownFirst);
  if (data === undefined || (data.data.length === 0 && picked === null)) return null;
  return (
    <Paper component="section" withBorder p="lg" aria-labelledby="key-refusals">
      <Group justify="space-between" gap="sm" mb={4}>
        <Title order={2} size="h4" id="key-refusals">
          {t('refusals.title')}
        </Title>
        {picked !== null && (
          <Button variant="default" size="xs" onClick={() => pick(null)}>
            {t('refusals.anyTime')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="md">
        {picked !== null &&
          `${t('refusals.picked', { from: momentText(picked.from, form), to: momentText(picked.to, form) })} `}
        {t('refusals.memory', { since: momentText(data.since, form), number: data.kept.perKey })}
      </Text>
      {data.data.length === 0 && <Text size="sm">{t('refusals.none')}</Text>}
      <ol className="kunci-timeline kunci-refusals">
        {data.data.slice(0, shown).map((refusal) => (
          <Entry key={`${refusal.at} ${refusal.requestId}`} refusal={refusal} />
        ))}
      </ol>
      {data.data.length > shown && (
        <Button variant="default" size="xs" onClick={() => setShown(data.data.length)}>
          {t('refusals.more', { number: data.data.length - shown })}
        </Button>
      )}
    </Paper>
  );
}

function Entry({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('key');
  const form = useTimeForm();
  const reasonLabel = useReasonLabel();
  const { at, reason, address, route, requestId } = refusal;
  const where = [address ?? t('refusals.unknown'), route ?? t('refusals.elsewhere')].join(' · ');
  return (
    <li>
      <span className="kunci-timeline-what">{reasonLabel(reason)}</span>{' '}
      <span className="kunci-timeline-who">{where}</span>{' '}
      <time className="kunci-timeline-when" dateTime={at}>
        {exactTimeText(new Date(at), form)}
      </time>
      {requestId !== null && (
        <Text component="div" size="sm" c="dimmed" className="kunci-timeline-why">
          <CopyableText text={requestId} what={t('refusals.request')} />
        </Text>
      )}
    </li>
  );
}
