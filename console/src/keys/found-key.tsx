import { Alert, Box, Group, Stack, Text } from '@mantine/core';
import { IconKey, IconKeyOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { FormFailure } from '../forms/form-failure';
import { useProblemText } from '../i18n/use-problem-text';
import { keyBadgeStatus } from '../patterns/key-badge-status';
import { momentText } from '../patterns/relative-time-text';
import { useTimeForm } from '../patterns/time-zone';
import { StatusBadge } from '../patterns/status-badge';
import { isOver } from './key';
import { TestMark } from './test-mark';
import { useKeyName } from './use-key-name';
import type { KeyLookup } from './use-key-lookup';

type Found = Schemas['FoundKey'];

interface FoundKeyProps<F extends Found> extends Pick<KeyLookup<F>, 'lookup' | 'forget'> {
  /** What is said when nobody whose keys were looked at has it. */
  readonly none: string;
  /** What else there is to say of it, and what can be done to it. */
  readonly children: (found: F) => ReactNode;
}

/** Whose the secret is that was pasted, and whether it still works. Nothing before one was. */
export function FoundKey<F extends Found>({ lookup, none, forget, children }: FoundKeyProps<F>) {
  const { t } = useTranslation('keys');
  const nameOf = useKeyName();
  const problemText = useProblemText();
  const standingOf = useStanding();
  const closing = { mt: 'lg', withCloseButton: true, closeButtonLabel: t('lookup.close'), onClose: forget };
  return (
    <Box role="status">
      {lookup?.state === 'looking' && (
        <Text c="dimmed" mt="lg">
          {t('lookup.looking')}
        </Text>
      )}
      {lookup?.state === 'none' && (
        <Alert color="gray" icon={<IconKeyOff aria-hidden />} title={none} {...closing}>
          {t('lookup.noneText')}
        </Alert>
      )}
      {lookup?.state === 'failed' && (
        <Box mt="lg">
          <FormFailure
            failure={lookup.problem}
            textOf={(problem) => `${problemText(problem)} ${t('lookup.again')}`}
          />
        </Box>
      )}
      {lookup?.state === 'found' && (
        <Alert
          color="orange"
          icon={<IconKey aria-hidden />}
          title={t('lookup.found', { name: nameOf(lookup.found.key) })}
          style={{ overflowWrap: 'anywhere' }}
          {...closing}
        >
          <Stack gap="sm" align="flex-start">
            <Group gap="sm">
              <StatusBadge status={keyBadgeStatus(lookup.found.key)} />
              <TestMark apiKey={lookup.found.key} />
              <Text size="sm">{standingOf(lookup.found)}</Text>
            </Group>
            {children(lookup.found)}
          </Stack>
        </Alert>
      )}
    </Box>
  );
}

/** What holding the secret is good for. */
function useStanding(): (found: Found) => string {
  const { t } = useTranslation('keys');
  const form = useTimeForm();
  return ({ key, matched }) => {
    if (isOver(key)) return t('lookup.over');
    if (matched === 'ended') return t('lookup.ended');
    if (key.status !== 'active') return t('lookup.idle');
    if (key.superseded === null || matched === 'current') return t('lookup.works');
    return t('lookup.superseded', { until: momentText(key.superseded.endsAt, form) });
  };
}
