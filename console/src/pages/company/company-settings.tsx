import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../i18n/namespaces';
import { useProblemText } from '../../i18n/use-problem-text';
import { ErrorState } from '../../patterns/error-state';
import { Fact } from '../../patterns/fact';
import { useCan } from '../../session/use-can';
import { useSettings } from '../../session/use-settings';
import { LanguageForm } from './language-form';
import { TimeZoneForm } from './time-zone-form';
import { zoneLabel } from './zone-options';

/** The company's language and time zone: for users who may read its settings, and editable for those who may change them. */
export function CompanySettings() {
  const { t } = useTranslation('company');
  const { can } = useCan();
  const textOf = useProblemText();
  const { data: settings, error, refetch } = useSettings();
  if (settings === undefined) {
    return error && <ErrorState onRetry={() => void refetch()}>{textOf(error)}</ErrorState>;
  }
  if (!can('settings:update')) {
    return (
      <Group component="dl" gap="xl" m={0} align="flex-start">
        <Fact label={t('profile.language')}>{languageNames[settings.locale]}</Fact>
        <Fact label={t('profile.timeZone')}>{zoneLabel(settings.timeZone, new Date())}</Fact>
      </Group>
    );
  }
  return (
    <>
      <LanguageForm locale={settings.locale} />
      <TimeZoneForm timeZone={settings.timeZone} />
    </>
  );
}
