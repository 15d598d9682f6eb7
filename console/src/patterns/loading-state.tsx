import { Button, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface LoadingStateProps {
  /** What is on its way: "Loading the key…". */
  readonly label?: string;
  /** Asks again, when it takes long. */
  readonly onRetry?: () => void;
}

const patienceMs = 8_000;

/** What stands there while something loads. When it takes long it says so, and offers to try again. */
export function LoadingState({ label, onRetry }: LoadingStateProps) {
  const { t } = useTranslation('patterns');
  const [slow, setSlow] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <Stack align="center" gap="sm" py="xl">
      <Loader aria-hidden />
      <Stack role="status" gap={4} align="center" ta="center">
        <Text>{label ?? t('loading')}</Text>
        {slow && <Text c="dimmed">{t('loadingLong')}</Text>}
      </Stack>
      {slow && onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      )}
    </Stack>
  );
}
