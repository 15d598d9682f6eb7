import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { isProblem } from '../../api/problem';
import { queryKeys } from '../../api/query-keys';
import { useProblemText } from '../../i18n/use-problem-text';
import { DangerDialog } from '../../patterns/danger-dialog';
import type { FactorFormProps } from './password-form';

interface TotpRemovalProps extends FactorFormProps {
  readonly opened: boolean;
}

/** Doing without one-time codes, for the password. */
export function TotpRemoval({ opened, onDone, onClose }: TotpRemovalProps) {
  const { t } = useTranslation('my-settings');
  const textOf = useProblemText();
  const queries = useQueryClient();

  async function remove(password: string): Promise<void> {
    try {
      await api.DELETE('/api/v1/me/totp', { body: { password } });
    } finally {
      // A refusal may mean that they were removed elsewhere.
      void queries.invalidateQueries({ queryKey: queryKeys.myFactors() });
    }
    onDone();
  }

  return (
    <DangerDialog
      opened={opened}
      title={t('totp.removeTitle')}
      thing={t('totp.title')}
      effect={t('totp.removeEffect')}
      factor="password"
      confirmLabel={t('totp.remove')}
      onConfirm={remove}
      onClose={onClose}
      describeError={(error) => (isProblem(error, 'not-found') ? t('totp.notSetUp') : textOf(error))}
    />
  );
}
