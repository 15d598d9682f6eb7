import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Command } from '../api/use-command';
import { FormFailure } from './form-failure';
import { useSendForm } from './use-send-form';

export interface RedeemValues {
  readonly password: string;
  /** Empty where it is not asked for, or left so. */
  readonly username: string;
}

interface RedeemFormProps {
  readonly command: Command<RedeemValues, unknown>;
  /** How another username is asked for; null for not. */
  readonly otherUsername?: { readonly label: string; readonly hint: string } | null;
  readonly label: string;
  readonly hint: string;
  readonly submitLabel: string;
  /** What a password manager should offer. */
  readonly autoComplete: 'new-password' | 'current-password';
}

/** One password, sent together with a token; and another username where the first one is taken. */
export function RedeemForm({ command, otherUsername = null, ...rest }: RedeemFormProps) {
  const { t } = useTranslation('session');
  const { submit, field, pending, failure } = useSendForm({
    command,
    defaultValues: { password: '', username: '' },
    ...(otherUsername !== null && { fieldOf: { 'username-taken': 'username' as const } }),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFailure failure={failure} />
        {otherUsername !== null && (
          <TextInput
            label={otherUsername.label}
            description={otherUsername.hint}
            autoComplete="username"
            autoCapitalize="none"
            {...field('username')}
          />
        )}
        <PasswordInput
          label={rest.label}
          description={rest.hint}
          autoComplete={rest.autoComplete}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          required
          {...field('password')}
        />
        <Button type="submit" loading={pending} fullWidth>
          {rest.submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
