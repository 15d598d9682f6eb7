import { useWatch } from 'react-hook-form';
import { ExpiryField } from '../expiry-field';
import type { LatestExpiry } from '../expiry-input';
import type { KeyFieldsProps } from './key-fields-props';

interface KeyExpiryFieldProps extends KeyFieldsProps {
  readonly latest: LatestExpiry;
  readonly label: string;
}

/** The expiry in the form of a key. */
export function KeyExpiryField({ form, field, latest, label }: KeyExpiryFieldProps) {
  const chosen = useWatch({ control: form.control, name: 'expiresAt' });
  const pick = (day: string): void =>
    form.setValue('expiresAt', day, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  return <ExpiryField latest={latest} label={label} chosen={chosen} onPick={pick} {...field('expiresAt')} />;
}
