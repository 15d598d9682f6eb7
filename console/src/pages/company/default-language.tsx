import { Box, Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { SavedNotice } from '../../forms/saved-notice';
import { useSendForm } from '../../forms/use-send-form';
import { useUnsaved } from '../../forms/use-unsaved';
import { languageNames, languages } from '../../i18n/namespaces';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { Fact } from '../../patterns/fact';
import { useCan } from '../../session/use-can';
import { type Settings, useSettings } from '../../session/use-settings';

type Locale = Settings['locale'];

/** The company's language among its settings: for users who may read them, and editable for those who may change them. */
export function DefaultLanguage() {
  const { t } = useTranslation('company');
  const { can } = useCan();
  const textOf = useProblemText();
  const { data: settings, error, refetch } = useSettings();
  if (settings === undefined) {
    return error && <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>;
  }
  if (!can('settings:update')) {
    return (
      <Box component="dl" m={0}>
        <Fact label={t('profile.language')}>{languageNames[settings.locale]}</Fact>
      </Box>
    );
  }
  return <LanguageForm locale={settings.locale} />;
}

function LanguageForm({ locale }: { readonly locale: Locale }) {
  const { t } = useTranslation('company');
  const [last, setLast] = useState<{ locale: Locale } | null>(null);
  const command = useCommand({
    send: (patch: { locale: Locale }) => answerOf(api.PATCH('/api/v1/settings', { body: patch })),
    refreshes: [queryKeys.settings(), queryKeys.events()],
    onDone: (_settings, patch) => setLast(patch),
  });
  const { form, submit, field, pending, failure } = useSendForm({ command, defaultValues: { locale } });
  const saved = useUnsaved(form, last);
  return (
    <form onSubmit={submit} noValidate aria-label={t('profile.language')}>
      <Stack gap="sm" maw={480}>
        <FormFailure failure={failure} />
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('profile.language')}
            description={t('profile.languageHint')}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            style={{ flex: '1 1 14rem' }}
            {...field('locale')}
          />
          <Button type="submit" variant="default" loading={pending}>
            {t('profile.saveLanguage')}
          </Button>
        </Group>
        <SavedNotice text={saved ? t('profile.languageSaved') : null} />
      </Stack>
    </form>
  );
}
