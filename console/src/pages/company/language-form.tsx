import { Button, Group, NativeSelect, Stack } from '@mantine/core';
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
import type { Settings } from '../../session/use-settings';

type Locale = Settings['locale'];

/** In which language the console greets who has chosen none. */
export function LanguageForm({ locale }: { readonly locale: Locale }) {
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
