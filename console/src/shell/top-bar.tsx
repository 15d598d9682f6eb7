import { ActionIcon, Anchor, Group } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Brand } from './brand';
import { CompanyMenu } from './company-menu';
import { DocsLink } from './docs-link';
import { LanguageSwitch } from './language-switch';
import { SettingsMenu } from './settings-menu';
import { ThemeSwitch } from './theme-switch';
import { UserMenu } from './user-menu';

/** ☰ on the left, and the name where no rail has it; docs, language, theme, settings, company and user on the right. */
export function TopBar({ menuOpened, openMenu }: { menuOpened: boolean; openMenu: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={t('menu.open')}
        title={t('menu.open')}
        aria-expanded={menuOpened}
        aria-haspopup="dialog"
        onClick={openMenu}
      >
        <IconMenu2 size={18} aria-hidden />
      </ActionIcon>
      <Anchor
        component={Link}
        to="/"
        underline="never"
        c="inherit"
        aria-label={t('home')}
        className="kunci-top-brand"
      >
        <Brand />
      </Anchor>
      <nav className="kunci-account" aria-label={t('menu.account')}>
        <Group gap={4} wrap="nowrap" visibleFrom="md">
          <DocsLink />
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
        <SettingsMenu />
        <CompanyMenu />
        <UserMenu />
      </nav>
    </>
  );
}
