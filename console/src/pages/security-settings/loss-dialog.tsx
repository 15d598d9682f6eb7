import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../patterns/confirm-dialog';
import type { PolicySaving } from './use-policy-saving';

/** Asks once more, naming what a change takes from keys that work now. */
export function LossDialog({ loss, confirm, giveUp }: Pick<PolicySaving, 'loss' | 'confirm' | 'giveUp'>) {
  const { t } = useTranslation('security-settings');
  return (
    <ConfirmDialog
      opened={loss !== null}
      title={t('loss.title')}
      confirmLabel={t('loss.confirm')}
      onConfirm={confirm}
      onClose={giveUp}
    >
      <Stack gap="xs">
        {loss?.stops === true && <Text>{t('loss.stops')}</Text>}
        {loss !== null && loss.capped > 0 && (
          <>
            <Text fw={600}>{t('caps', { count: loss.capped })}</Text>
            <Text>{t('loss.capped')}</Text>
          </>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
