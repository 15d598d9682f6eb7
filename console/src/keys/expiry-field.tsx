import { Button, Group, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, daysAfter, isDay } from '../patterns/local-day';
import { useTimeForm, useTimeZone } from '../patterns/time-zone';
import { useNow } from '../patterns/use-now';
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
  const timeZone = useTimeZone();
  const today = dayOf(now, timeZone);
  const last = at === null ? null : dayOf(at, timeZone);
  const days = presetDays
    .map((count) => ({ count, day: daysAfter(today, count) }))
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

/**
 * "Until 27 May 2027, 23:59, Asia/Jakarta"; nothing for what is no day.
 * @param latest the last moment that the policy allows, which is earlier on the last day.
 */
function useExpiryText(day: string, latest: Date | null): string {
  const { t } = useTranslation('keys');
  const { language, timeZone } = useTimeForm();
  if (!isDay(day)) return '';
  const form = { dateStyle: 'long', timeStyle: 'short' } as const;
  const isCutShort = latest !== null && dayOf(latest, timeZone) === day;
  const moment = isCutShort
    ? new Intl.DateTimeFormat(language, { ...form, timeZone }).format(latest)
    : // By the clocks there it is always that time, so none has to be asked.
      new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(new Date(`${day}T23:59:00Z`));
  return t('expiry.untilThere', { moment, zone: timeZone });
}
