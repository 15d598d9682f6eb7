import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { DialogButtons } from './dialog-buttons';
import type { FactorFormProps } from './password-form';
import { SecretInput } from './secret-input';

interface PinFormProps extends FactorFormProps {
  /** What is done here, as the button said. */
  readonly label: string;
}

/** A PIN, the first or another one. */
export function PinForm({ label, onDone, onClose }: PinFormProps) {
  const { t } = useTranslation('my-settings');
  const command = useCommand({
    send: (body: Schemas['NewPin']) => api.PUT('/api/v1/me/pin', { body }),
    refreshes: [queryKeys.myFactors()],
    onDone,
  });
  const { submit, field, pending, failure } = useSendForm({
    command,
    defaultValues: { pin: '', password: '' },
    fieldOf: { 'step-up-failed': 'password', 'factor-locked': 'password' },
  });
  return (
    <form onSubmit={submit} aria-label={label}>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <SecretInput
          label={t('pin.new')}
          description={t('pin.newHint')}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          {...field('pin')}
        />
        <SecretInput
          label={t('yourPassword')}
          description={t('whyPassword')}
          autoComplete="current-password"
          {...field('password')}
        />
        <DialogButtons submitLabel={label} pending={pending} onClose={onClose} />
      </Stack>
    </form>
  );
}
