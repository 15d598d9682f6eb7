import { Button, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { speak } from '../i18n';
import { languages } from '../i18n/namespaces';

// Each in its own language, whichever is chosen: who cannot read the one on the screen finds theirs.
const names = { en: 'English', id: 'Bahasa Indonesia' } as const;

/** English or Indonesian; remembered in this browser. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('shell');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconLanguage size={18} aria-hidden />}
          aria-label={`${i18n.language.toUpperCase()}, ${t('language')}`}
        >
          {i18n.language.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => void speak(language)}
            rightSection={language === i18n.language ? <IconCheck size={16} aria-hidden /> : null}
            aria-current={language === i18n.language}
          >
            {names[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
