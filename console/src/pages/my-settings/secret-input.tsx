import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A field for a password or a PIN of one's own, with a way to see what one types. */
export function SecretInput(props: PasswordInputProps) {
  const { t } = useTranslation('patterns');
  return (
    <PasswordInput
      required
      withAsterisk={false}
      // Mantine says it of other inputs itself.
      aria-invalid={props.error !== undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('showTyped'), tabIndex: 0 }}
      {...props}
    />
  );
}
