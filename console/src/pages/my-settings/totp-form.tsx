import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { useAct } from '../../api/use-act';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { DialogButtons } from './dialog-buttons';
import type { FactorFormProps } from './password-form';
import { SecretInput } from './secret-input';
import { TotpConfirm } from './totp-confirm';

interface TotpFormProps extends FactorFormProps {
  /** What is done here, as the button said. */
  readonly label: string;
  /** Whether an app is set up already. */
  readonly replaces: boolean;
}

/** One-time codes from an app: first the password, then the QR code, then a first code to see that it works. */
export function TotpForm({ label, replaces, onDone, onClose }: TotpFormProps) {
  const { t } = useTranslation('my-settings');
  // Only here, and gone with the dialog.
  const [secret, setSecret] = useState<Schemas['TotpSecret'] | null>(null);
  const act = useAct({
    act: (body: Schemas['PasswordProof']) => answerOf(api.POST('/api/v1/me/totp', { body })),
    onDone: setSecret,
  });
  const { submit, field, pending, failure } = useSendForm({
    act,
    defaultValues: { password: '' },
    fieldOf: { 'step-up-failed': 'password', 'factor-locked': 'password' },
  });
  if (secret !== null) return <TotpConfirm label={label} secret={secret} onDone={onDone} onClose={onClose} />;
  return (
    <form onSubmit={submit} aria-label={label}>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <Text>{t('totp.whatFor')}</Text>
        {replaces && <Text>{t('totp.replaces')}</Text>}
        <SecretInput
          label={t('yourPassword')}
          description={t('whyPassword')}
          autoComplete="current-password"
          data-autofocus
          {...field('password')}
        />
        <DialogButtons submitLabel={t('totp.continue')} pending={pending} onClose={onClose} />
      </Stack>
    </form>
  );
}
