import { Stack, Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { EndingAsked, EndingWords } from '../../keys/ending';
import { maskedKey } from '../../patterns/masking';
import type { Factor } from '../../patterns/proof-refusal';
import { useSession } from '../../session/use-session';

/** The dialog as the guide shows it: it names the company, asks for the password, and says that there is no way back. */
export function useRemovalWords(): (asked: EndingAsked, factor: Factor | null) => EndingWords {
  const { t } = useTranslation('api-credentials');
  const company = useSession().company?.name ?? '';
  return ({ key }, factor) => ({
    title: t('removal.title'),
    heading: t('removal.heading'),
    thing: key.name ?? maskedKey(key),
    effect: (
      <Stack gap="xs">
        <Text>
          {factor === 'password' ? (
            <Trans t={t} i18nKey="removal.password" values={{ company }} components={{ b: <strong /> }} />
          ) : (
            <Trans t={t} i18nKey="removal.plain" values={{ company }} components={{ b: <strong /> }} />
          )}
        </Text>
        <Text>{t('removal.final')}</Text>
      </Stack>
    ),
    confirmLabel: t('removal.confirm'),
  });
}
