import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speak } from '../i18n';
import { languageNames, languages } from '../i18n/namespaces';

/** ID or EN; remembered in this browser. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('shell');
  return (
    <Group role="group" aria-label={t('language')} gap={2} wrap="nowrap">
      {languages.map((language) => (
        <Button
          key={language}
          lang={language}
          variant="subtle"
          color="gray"
          px={6}
          className="kunci-language"
          aria-pressed={language === i18n.language}
          aria-label={`${language.toUpperCase()}, ${languageNames[language]}`}
          onClick={() => void speak(language)}
        >
          {language.toUpperCase()}
        </Button>
      ))}
    </Group>
  );
}
