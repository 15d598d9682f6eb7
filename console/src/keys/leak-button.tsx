import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeyEnding } from './use-ending';
import { isOver, type Key } from './key';
import { useKeyRights } from './use-key-rights';

interface LeakButtonProps {
  readonly apiKey: Key;
  readonly ending: KeyEnding;
}

/** Ends a key that leaked, everywhere and at once. Nothing where it has ended, or for those who may not. */
export function LeakButton({ apiKey, ending }: LeakButtonProps) {
  const { t } = useTranslation('keys');
  const { may } = useKeyRights();
  if (isOver(apiKey) || !may('revoke', apiKey)) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconAlertTriangle size={18} aria-hidden />}
      onClick={() => ending.ask(apiKey, 'leak')}
    >
      {t('leak.act')}
    </Button>
  );
}
