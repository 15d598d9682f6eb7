import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { DialogButtons } from './dialog-buttons';
import { SecretInput } from './secret-input';

export interface FactorFormProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Another password, with the old one in hand. */
export function PasswordForm({ onDone, onClose }: FactorFormProps) {
  const { t } = useTranslation('my-settings');
  const command = useCommand({
    send: (body: Schemas['PasswordChange']) => api.PUT('/api/v1/me/password', { body }),
    refreshes: [queryKeys.mySessions()],
    onDone,
  });
  const { submit, field, pending, failure } = useSendForm({
    command,
    defaultValues: { password: '', newPassword: '' },
    fieldOf: { 'step-up-failed': 'password', 'factor-locked': 'password' },
  });
  return (
    <form onSubmit={submit} aria-label={t('password.change')}>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <SecretInput
          label={t('password.current')}
          autoComplete="current-password"
          data-autofocus
          {...field('password')}
        />
        <SecretInput
          label={t('password.new')}
          description={t('password.newHint')}
          autoComplete="new-password"
          {...field('newPassword')}
        />
        <Text size="sm">{t('password.endsSessions')}</Text>
        <DialogButtons submitLabel={t('password.change')} pending={pending} onClose={onClose} />
      </Stack>
    </form>
  );
}
