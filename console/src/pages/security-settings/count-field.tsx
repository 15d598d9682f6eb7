import { NumberInput } from '@mantine/core';
import { useController } from 'react-hook-form';
import type { SentForm } from '../../forms/use-send-form';
import type { PolicyValues } from './use-policy-saving';
import type { KeyKind } from '../../session/use-settings';

export interface CountFieldProps {
  readonly form: SentForm<PolicyValues>['form'];
  readonly name: `keys.${KeyKind}.${'maxLifetimeDays' | 'maxActive'}`;
  readonly label: string;
  readonly hint: string;
  readonly max: number;
  /** Without it, nothing in the field means no limit. */
  readonly required?: boolean;
}

/** A whole number that limits something. Too high a one is not corrected behind one's back: the server says what it may be. */
export function CountField({ form, name, label, hint, max, required = false }: CountFieldProps) {
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error },
  } = useController({ control: form.control, name });
  return (
    <NumberInput
      label={label}
      description={hint}
      required={required}
      withAsterisk={false}
      min={1}
      max={max}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      styles={{ wrapper: { maxWidth: 160 } }}
      ref={ref}
      name={name}
      onBlur={onBlur}
      value={value ?? ''}
      onChange={(count) => onChange(count === '' ? null : Number(count))}
      error={error?.message}
    />
  );
}
