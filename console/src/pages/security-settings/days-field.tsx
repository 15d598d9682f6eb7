import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys';
import { CountField, type CountFieldProps } from './count-field';
import { cappedBy, isShorter, longestDays } from './policy-loss';
import type { KeyKind } from '../../session/use-settings';

const typingPauseMs = 300;

export interface DaysFieldProps extends Pick<CountFieldProps, 'form' | 'label' | 'hint'> {
  readonly kind: KeyKind;
  /** As it is saved. */
  readonly before: number | null;
}

/** The longest life of a key, in days. Whoever lowers it sees at once how many keys that shortens. */
export function DaysField({ kind, before, ...rest }: DaysFieldProps) {
  const max = longestDays(kind);
  const days = useWatch({ control: rest.form.control, name: `keys.${kind}.maxLifetimeDays` });
  return (
    <Stack gap={6}>
      <CountField {...rest} name={`keys.${kind}.maxLifetimeDays`} max={max} required={kind === 'personal'} />
      <Capped kind={kind} days={days} before={before} max={max} />
    </Stack>
  );
}

interface CappedProps {
  readonly kind: KeyKind;
  readonly days: number | null | undefined;
  readonly before: number | null;
  readonly max: number;
}

function Capped({ kind, days, before, max }: CappedProps) {
  const { t } = useTranslation('security-settings');
  const [asked] = useDebouncedValue(days, typingPauseMs);
  const shorter = isShorter(asked, before) && asked <= max && asked === days;
  const preview = useQuery({
    queryKey: [...queryKeys.keyPolicy(), 'preview', kind, asked],
    queryFn: () => cappedBy(kind, asked ?? max),
    enabled: shorter,
  });
  return (
    <Text size="sm" role="status">
      {shorter && preview.data !== undefined ? t('caps', { count: preview.data }) : ''}
    </Text>
  );
}
