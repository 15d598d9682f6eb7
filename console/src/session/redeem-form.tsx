import { Button, PasswordInput, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Act } from '../api/use-act';
import { FormFailure } from '../forms/form-failure';
import { useSendForm } from '../forms/use-send-form';

interface RedeemFormProps {
  readonly act: Act<{ password: string }, unknown>;
  readonly label: string;
  readonly hint: string;
  readonly submitLabel: string;
  /** What a password manager should offer. */
  readonly autoComplete: 'new-password' | 'current-password';
}

/** One password, sent together with a token. */
export function RedeemForm({ act, label, hint, submitLabel, autoComplete }: RedeemFormProps) {
  const { t } = useTranslation('session');
  const { submit, field, pending, failure } = useSendForm({ act, defaultValues: { password: '' } });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFailure failure={failure} />
        <PasswordInput
          label={label}
          description={hint}
          autoComplete={autoComplete}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          required
          {...field('password')}
        />
        <Button type="submit" loading={pending} fullWidth>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
