import { Alert, Button, Group, Text } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { maskedKey } from '../patterns/masking';
import { momentText } from '../patterns/relative-time-text';
import { useTimeForm } from '../patterns/time-zone';
import type { Key } from './key';
import { useKeyRights } from './use-key-rights';

interface OldSecretProps {
  readonly apiKey: Key;
}

/** Says that the secret before this one still works, until when, and whether somebody uses it; with a button that ends it, for those who may. */
export function OldSecret({ apiKey, onEnd }: OldSecretProps & { readonly onEnd?: () => void }) {
  const { t } = useTranslation('keys');
  const form = useTimeForm();
  const { superseded } = apiKey;
  if (superseded === null) return null;
  return (
    <Alert role="note" color="orange" icon={<IconClockHour4 aria-hidden />}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }} flex="1 1 16rem">
          {t('oldSecret.works', {
            key: maskedKey(superseded),
            until: momentText(superseded.endsAt, form),
          })}{' '}
          {superseded.lastUsedAt === null
            ? t('oldSecret.unused')
            : t('oldSecret.used', { at: momentText(superseded.lastUsedAt, form) })}
        </Text>
        {onEnd !== undefined && <EndIt apiKey={apiKey} onEnd={onEnd} />}
      </Group>
    </Alert>
  );
}

function EndIt({ apiKey, onEnd }: OldSecretProps & { readonly onEnd: () => void }) {
  const { t } = useTranslation('keys');
  const { may } = useKeyRights();
  if (!may('revoke', apiKey)) return null;
  return (
    <Button color="red" variant="light" size="xs" onClick={onEnd}>
      {t('oldSecret.confirm')}
    </Button>
  );
}

/** The same in short, in a list. */
export function OldSecretMark({ apiKey: { superseded } }: OldSecretProps) {
  const { t } = useTranslation('keys');
  const form = useTimeForm();
  if (superseded === null) return null;
  return (
    <Text component="span" display="block" size="xs" c="dimmed">
      {t('oldSecret.mark', { until: momentText(superseded.endsAt, form) })}
    </Text>
  );
}
