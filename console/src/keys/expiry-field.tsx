import { Button, Group, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../patterns/local-day';
import { useNow } from '../patterns/use-now';
import { expiryOf } from './expiry-day';
import { ExpiryInput, type ExpiryInputProps } from './expiry-input';

const presetDays = [7, 30, 60, 90, 180];

interface ExpiryFieldProps extends ExpiryInputProps {
  /** The day that stands in the field; empty for none. */
  readonly chosen: string;
  readonly onPick: (day: string) => void;
}

/** The last day of the key: picked, or by one click in so many days; and what that means, in words. */
export function ExpiryField({ chosen, onPick, ...input }: ExpiryFieldProps) {
  const { t } = useTranslation('keys');
  const id = useId();
  const now = useNow(60_000);
  const { at } = input.latest;
  const last = at === null ? null : dayOf(at);
  const days = presetDays
    .map((count) => ({ count, day: daysAfter(now, count) }))
    .filter(({ day }) => last === null || day <= last);
  return (
    <Stack gap={6}>
      <ExpiryInput {...input} />
      <Group role="group" aria-labelledby={id} gap={6}>
        <Text id={id} component="span" size="sm" c="dimmed">
          {t('expiry.presets')}
        </Text>
        {days.map(({ count, day }) => (
          <Button
            key={count}
            size="compact-sm"
            variant={chosen === day ? 'light' : 'default'}
            aria-pressed={chosen === day}
            onClick={() => onPick(chosen === day ? '' : day)}
          >
            {t('expiry.days', { count })}
          </Button>
        ))}
      </Group>
      <Text size="sm" role="status" mih="1.55em">
        {useExpiryText(chosen, at)}
      </Text>
    </Stack>
  );
}

/** The day so many days from now, by the clock of the reader. */
function daysAfter(now: Date, count: number): string {
  const day = new Date(now);
  day.setDate(day.getDate() + count);
  return dayOf(day);
}

/** "Until 27 May 2027, 23:59 in Jakarta"; nothing for what is no day. */
function useExpiryText(day: string, latest: Date | null): string {
  const { t, i18n } = useTranslation('keys');
  const at = new Date(day === '' ? Number.NaN : expiryOf(day, latest));
  if (Number.isNaN(at.getTime())) return '';
  const text = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' });
  return t('expiry.untilThere', { moment: text.format(at), place: placeOf(text.resolvedOptions().timeZone) });
}

/** "Asia/Jakarta" becomes Jakarta. */
function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
