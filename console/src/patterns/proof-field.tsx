import { PasswordInput, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Factor } from './proof-refusal';

export interface ProofFieldProps {
  readonly factor: Factor;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly error: string | null;
  /** While it is locked. It keeps the focus, which a disabled field would lose. */
  readonly readOnly: boolean;
  readonly autoFocus: boolean;
}

/** One field for a password, a PIN or a code. It takes what is pasted or filled in, and never counts its characters. */
export function ProofField({ factor, field, error, onChange, autoFocus, ...rest }: ProofFieldProps) {
  const { t } = useTranslation('patterns');
  const shared = {
    ...rest,
    ref: field,
    label: { password: t('password'), pin: t('pin'), totp: t('totp') }[factor],
    error,
    errorProps: { role: 'alert' },
    required: true,
    withAsterisk: false,
    size: 'md',
    'data-autofocus': autoFocus ? true : undefined,
    onChange: (event: { readonly currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
  };
  if (factor === 'totp') {
    return (
      <TextInput
        {...shared}
        description={t('totpAdvice')}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
      />
    );
  }
  // A PIN is no password: `one-time-code` keeps the browser from filling one in.
  const kind =
    factor === 'pin'
      ? ({ inputMode: 'numeric', autoComplete: 'one-time-code' } as const)
      : { autoComplete: 'current-password' };
  return (
    <PasswordInput
      {...shared}
      {...kind}
      visibilityToggleButtonProps={{ 'aria-label': t('showTyped'), tabIndex: 0 }}
    />
  );
}
