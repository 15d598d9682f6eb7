import { Box, Button, Code, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Fact } from '../../patterns/fact';
import { withFilter } from '../../patterns/filter-params';
import { exactTimeText } from '../../patterns/relative-time-text';
import { ScrollRegion } from '../../patterns/scroll-region';
import { useTimeForm } from '../../patterns/time-zone';
import { FactText } from './fact-text';
import { factsOf } from './facts-of';
import type { TrailEvent } from './trail-event';
import { useFactLabel } from './use-fact-label';

interface EntryProps {
  readonly event: TrailEvent;
}

/** All that the log has of an event, under its names; the entry itself stands folded up below. */
export function EntryDetails({ id, event }: EntryProps & { readonly id: string }) {
  return (
    <Stack id={id} gap="sm" className="kunci-entry-details">
      <Listed event={event} />
      <MoreLike event={event} />
      <AsRecorded event={event} />
    </Stack>
  );
}

function Listed({ event }: EntryProps) {
  const { t } = useTranslation('audit-trail');
  const labelOf = useFactLabel();
  const form = useTimeForm();
  const { actor, target } = event;
  return (
    <Box component="dl" m={0} className="kunci-entry-facts">
      <Fact label={t('when')}>{exactTimeText(new Date(event.at), form)}</Fact>
      <Fact label={t('who')}>
        {actor.name ?? (actor.kind === 'system' ? t('system') : t('someone'))}
        {actor.id !== null && <Code>{actor.id}</Code>}
      </Fact>
      {factsOf(event.data).map(({ name, value }) => (
        <Fact key={name} label={labelOf(name)}>
          <FactText name={name} value={value} />
        </Fact>
      ))}
      <Fact label={t('target')}>
        <Code>{target.id}</Code>
      </Fact>
    </Box>
  );
}

function MoreLike({ event: { actor, target } }: EntryProps) {
  const { t } = useTranslation('audit-trail');
  const [params, setParams] = useSearchParams();
  const narrowTo = (name: string, id: string) => () => setParams(withFilter(params, name, id));
  return (
    <Group gap="xs">
      {actor.id !== null && (
        <Button size="xs" variant="default" onClick={narrowTo('actor', actor.id)}>
          {t('filter.by')}
        </Button>
      )}
      <Button size="xs" variant="default" onClick={narrowTo('target', target.id)}>
        {t('filter.about')}
      </Button>
    </Group>
  );
}

/** For someone who compares it with an export, or with what a webhook got. */
function AsRecorded({ event }: EntryProps) {
  const { t } = useTranslation('audit-trail');
  return (
    <details className="kunci-entry-raw">
      <summary>{t('raw')}</summary>
      <ScrollRegion label={t('raw')}>
        <Box component="pre" m={0} fz="sm" fw={400} ff="monospace" w="max-content">
          <code>{JSON.stringify(event, null, 2)}</code>
        </Box>
      </ScrollRegion>
    </details>
  );
}
