import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../patterns/local-day';
import { type TimeForm, useTimeForm } from '../patterns/time-zone';
import { useNow } from '../patterns/use-now';

export interface ExpiryInputProps extends Omit<TextInputProps, 'type' | 'min' | 'max'> {
  /** What the policy allows at most; of `useLatestExpiry`. */
  readonly latest: LatestExpiry;
}

export interface LatestExpiry {
  readonly maxDays: number | null;
  /** The last moment; null where there is no limit. */
  readonly at: Date | null;
}

/** A day where the company is, the last one on which a key works; no later than the company's policy allows. Left empty: as late as that. */
export function ExpiryInput({ latest: { maxDays, at }, ...rest }: ExpiryInputProps) {
  const { t } = useTranslation('keys');
  const form = useTimeForm();
  const now = useNow(60_000);
  const hint =
    at === null ? t('expiry.never') : t('expiry.atMost', { count: maxDays ?? 0, date: longDate(at, form) });
  return (
    <TextInput
      description={hint}
      {...rest}
      type="date"
      min={dayOf(now, form.timeZone)}
      max={at === null ? undefined : dayOf(at, form.timeZone)}
    />
  );
}

function longDate(at: Date, { language, timeZone }: TimeForm): string {
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' }).format(at);
}
