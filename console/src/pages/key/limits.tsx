import { Code, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Key } from '../../keys/key';
import { type Fact, Facts } from './facts';
import { useWindowText } from '../../keys/fields/use-window-text';

/** What the key may do, from where, and how much. */
export function Limits({ apiKey }: { readonly apiKey: Key }) {
  const { t } = useTranslation('key');
  return <Facts title={t('limits.title')} facts={useFacts(apiKey)} />;
}

function useFacts({ permissions, allowedAddresses, rateLimits, quota }: Key): readonly Fact[] {
  const { t, i18n } = useTranslation('key');
  const windowText = useWindowText();
  const number = new Intl.NumberFormat(i18n.language);
  const limits = rateLimits.map(({ limit, windowSeconds }) =>
    t('limits.rate', { limit: number.format(limit), window: windowText(windowSeconds) }),
  );
  return [
    {
      label: t('limits.permissions'),
      value: permissions.length === 0 ? t('limits.nothing') : <Codes texts={permissions} />,
    },
    {
      label: t('limits.addresses'),
      value: allowedAddresses.length === 0 ? t('limits.anywhere') : <Codes texts={allowedAddresses} />,
    },
    {
      label: t('limits.rates'),
      value: limits.length === 0 ? t('limits.none') : limits.map((text) => <div key={text}>{text}</div>),
    },
    { label: t('limits.quota'), value: quota === null ? t('limits.none') : <Quota quota={quota} /> },
  ];
}

function Codes({ texts }: { readonly texts: readonly string[] }) {
  return (
    <Group gap={6}>
      {texts.map((text) => (
        <Code key={text} fz="sm">
          {text}
        </Code>
      ))}
    </Group>
  );
}

function Quota({ quota: { limit, remaining, refill } }: { readonly quota: NonNullable<Key['quota']> }) {
  const { t, i18n } = useTranslation('key');
  const number = new Intl.NumberFormat(i18n.language);
  const refills = { day: t('limits.daily'), month: t('limits.monthly'), never: t('limits.once') };
  const left = Math.max(0, remaining);
  return (
    <Stack gap={4}>
      <Text>{t('limits.left', { left: number.format(left), limit: number.format(limit) })}</Text>
      <Progress value={(left / limit) * 100} aria-label={t('limits.quota')} />
      <Text size="sm" c="dimmed">
        {refills[refill ?? 'never']}
      </Text>
    </Stack>
  );
}
