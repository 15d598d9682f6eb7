import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { withFilter } from '../../patterns/filter-params';
import { ScrollRegion } from '../../patterns/scroll-region';
import { exactTimeText } from '../../patterns/relative-time-text';
import { useTimeForm } from '../../patterns/time-zone';
import type { TrailEvent } from './trail-event';
import { useSentence } from './use-sentence';

/** What happened in a sentence, and behind it all that the log has of it. */
export function EventCell({ event }: { readonly event: TrailEvent }) {
  const { t } = useTranslation('audit-trail');
  const [opened, setOpened] = useState(false);
  const details = useId();
  const parts = useSentence(event);
  const sentence = parts.map(({ text }) => text).join('');
  const Icon = opened ? IconChevronDown : IconChevronRight;
  return (
    <Stack gap={6} align="flex-start" maw="100%">
      <Group gap="xs">
        <Text fw={400} style={{ overflowWrap: 'anywhere' }}>
          {parts.map(({ text, isName }, index) =>
            isName ? (
              <Text key={index} span fw={600}>
                {text}
              </Text>
            ) : (
              text
            ),
          )}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Icon size={16} aria-hidden />}
          aria-expanded={opened}
          aria-controls={opened ? details : undefined}
          aria-label={t('detailsOf', { sentence })}
          onClick={() => setOpened(!opened)}
        >
          {t('details')}
        </Button>
      </Group>
      {opened && <Details id={details} event={event} />}
    </Stack>
  );
}

/** The expiry that a key got, by the reader's clock: the log has it as UTC. */
function Expiry({ event: { data } }: { readonly event: TrailEvent }) {
  const { t } = useTranslation('audit-trail');
  const form = useTimeForm();
  const { expiresAt } = data;
  if (typeof expiresAt !== 'string') return null;
  return (
    <Text size="sm" fw={400}>
      {t('expiry', { date: exactTimeText(new Date(expiresAt), form) })}
    </Text>
  );
}

function Details({ id, event }: { readonly id: string; readonly event: TrailEvent }) {
  const { t } = useTranslation('audit-trail');
  const form = useTimeForm();
  const [params, setParams] = useSearchParams();
  const { actor, target } = event;
  return (
    <Stack id={id} gap="xs" w="100%">
      <Text size="sm" fw={400}>
        {exactTimeText(new Date(event.at), form)}
      </Text>
      <Expiry event={event} />
      <ScrollRegion label={t('raw')}>
        <Box component="pre" m={0} fz="sm" fw={400} ff="monospace" w="max-content">
          <code>{JSON.stringify(event, null, 2)}</code>
        </Box>
      </ScrollRegion>
      <Group gap="xs">
        {actor.id !== null && (
          <Button
            size="xs"
            variant="default"
            onClick={() => setParams(withFilter(params, 'actor', actor.id ?? ''))}
          >
            {t('filter.by')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          onClick={() => setParams(withFilter(params, 'target', target.id))}
        >
          {t('filter.about')}
        </Button>
      </Group>
    </Stack>
  );
}
