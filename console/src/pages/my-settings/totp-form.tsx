import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { useSendForm } from '../../forms/use-send-form';
import { DialogButtons } from './dialog-buttons';
import type { FactorFormProps } from './password-form';
import { SecretInput } from './secret-input';

interface TotpFormProps extends Pick<FactorFormProps, 'onClose'> {
  /** What is done here, as the button said. */
  readonly label: string;
  /** Whether an app is set up already. */
  readonly replaces: boolean;
  /** The password was right; the codes begin with this secret. */
  readonly onSecret: (secret: Schemas['TotpSecret']) => void;
}

/** One-time codes from an app begin with the password; `TotpConfirm` comes then. */
export function TotpForm({ label, replaces, onSecret, onClose }: TotpFormProps) {
  const { t } = useTranslation('my-settings');
  const command = useCommand({
    send: (body: Schemas['PasswordProof']) => answerOf(api.POST('/api/v1/me/totp', { body })),
    onDone: onSecret,
  });
  const { submit, field, pending, failure } = useSendForm({
    command,
    defaultValues: { password: '' },
    fieldOf: { 'step-up-failed': 'password', 'factor-locked': 'password' },
  });
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
