import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client';
import { useAct } from '../../api/use-act';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { DialogButtons } from './dialog-buttons';
import type { FactorFormProps } from './password-form';
import { SecretInput } from './secret-input';

/** A PIN, the first or another one. */
export function PinForm({ onDone, onClose }: FactorFormProps) {
  const { t } = useTranslation('my-settings');
  const act = useAct({
    act: (body: Schemas['NewPin']) => api.PUT('/api/v1/me/pin', { body }),
    onDone,
  });
  const { submit, field, pending, failure } = useSendForm({
    act,
    defaultValues: { pin: '', password: '' },
    fieldOf: { 'step-up-failed': 'password', 'factor-locked': 'password' },
  });
  return (
    <form onSubmit={submit} aria-label={t('pin.set')}>
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
        <DialogButtons submitLabel={t('pin.set')} pending={pending} onClose={onClose} />
      </Stack>
    </form>
  );
}
