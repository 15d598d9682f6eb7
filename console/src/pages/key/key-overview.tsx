import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyFailure } from '../../keys/create-key-form';
import type { Key } from '../../keys/key';
import { KeySecret } from '../../keys/key-secret';
import { OldSecret } from '../../keys/old-secret';
import { useReveal } from '../../keys/use-reveal';
import { KeyLife } from '../../patterns/key-life';
import { momentText } from '../../patterns/relative-time-text';
import { useTimeForm } from '../../patterns/time-zone';

interface KeyOverviewProps {
  readonly apiKey: Key;
  /** Asks whether to end the old secret. */
  readonly onEndOverlap: () => void;
}

/** The key itself, with how long it lives; and the old secret, while it works beside the new one. */
export function KeyOverview({ apiKey, onEndOverlap }: KeyOverviewProps) {
  const { t } = useTranslation('key');
  const form = useTimeForm();
  const { reveal, problem, dialog } = useReveal();
  const ended = apiKey.deletedAt ?? apiKey.revokedAt;
  const life = (
    <KeyLife
      from={apiKey.createdAt}
      until={apiKey.expiresAt}
      {...(ended === null ? {} : { ended: t('endedOn', { date: momentText(ended, form) }) })}
    />
  );
  return (
    <Stack gap="md">
      <div>
        <KeySecret
          apiKey={apiKey}
          reveal={reveal}
          label={t('secret')}
          labelHidden
          showLabel={t('show')}
          life={life}
        />
        <KeyFailure failure={problem} />
        {!apiKey.recoverable && apiKey.revokedAt === null && (
          <Text size="sm" c="dimmed" mt={6}>
            {t('notRecoverable')}
          </Text>
        )}
      </div>
      <OldSecret apiKey={apiKey} onEnd={onEndOverlap} />
      {dialog}
    </Stack>
  );
}
