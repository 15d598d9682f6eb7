import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNow } from '../patterns/use-now';
import { dateText } from './date-text';
import type { KeyKind } from './key';
import { useKeyPolicy } from './use-key-policy';

const dayMs = 86_400_000;

export interface ExpiryInputProps extends Omit<TextInputProps, 'type' | 'min' | 'max'> {
  readonly kind: KeyKind;
}

/** A day, the last one on which a key works; no later than the company's policy allows. Left empty: as late as that. */
export function ExpiryInput({ kind, ...rest }: ExpiryInputProps) {
  const { t, i18n } = useTranslation('keys');
  const maxDays = useKeyPolicy(kind)?.maxLifetimeDays ?? null;
  const now = useNow(60_000);
  const last = maxDays === null ? null : new Date(now.getTime() + maxDays * dayMs);
  const hint =
    last === null
      ? t('expiry.never')
      : t('expiry.atMost', { count: maxDays ?? 0, date: longDate(last, i18n.language) });
  return (
    <TextInput
      description={hint}
      {...rest}
      type="date"
      min={dateText(now)}
      max={last === null ? undefined : dateText(last)}
    />
  );
}

function longDate(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
