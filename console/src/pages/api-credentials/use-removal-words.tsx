import { Stack, Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { EndingAsked, EndingWords } from '../../keys/ending';
import { maskedKey } from '../../patterns/masking';
import type { Factor } from '../../patterns/proof-refusal';
import { useSession } from '../../session/use-session';

/** The dialog as the guide shows it: it names the company, asks for the password, and says that there is no way back. */
export function useRemovalWords(count: number): (asked: EndingAsked, factor: Factor | null) => EndingWords {
  const { t } = useTranslation('api-credentials');
  const company = useSession().company?.name ?? '';
  const words = useWords(count > 1);
  return ({ key }, factor) => ({
    title: t('removal.title'),
    heading: t('removal.heading'),
    thing: key.name ?? maskedKey(key),
    effect: (
      <Stack gap="xs">
        <Text>{words(factor, { company, count })}</Text>
        <Text>{t('removal.final')}</Text>
      </Stack>
    ),
    confirmLabel: t('removal.confirm'),
  });
}

/** Of several keys only one ends: the sentence of the guide would promise more. */
function useWords(hasOthers: boolean) {
  const { t } = useTranslation('api-credentials');
  const components = { b: <strong /> };
  return (factor: Factor | null, values: { company: string; count: number }) => {
    const given = { t, values, components };
    if (hasOthers) {
      return factor === 'password' ? (
        <Trans {...given} i18nKey="removal.oneOfManyPassword" />
      ) : (
        <Trans {...given} i18nKey="removal.oneOfMany" />
      );
    }
    return factor === 'password' ? (
      <Trans {...given} i18nKey="removal.password" />
    ) : (
      <Trans {...given} i18nKey="removal.plain" />
    );
  };
}
