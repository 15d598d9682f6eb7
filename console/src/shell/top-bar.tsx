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

/** ☰ and the name on the left; docs, language, theme, settings, company and user on the right. */
export function TopBar({ menuOpened, openMenu }: { menuOpened: boolean; openMenu: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Group h="100%" px={{ base: 'xs', sm: 'md' }} justify="space-between" wrap="nowrap" gap="xs">
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={40}
          aria-label={t('menu.open')}
          aria-expanded={menuOpened}
          aria-haspopup="dialog"
          onClick={openMenu}
        >
          <IconMenu2 aria-hidden />
        </ActionIcon>
        <Anchor component={Link} to="/" underline="never" c="inherit" aria-label={t('home')}>
          <Brand />
        </Anchor>
      </Group>
      <Group component="nav" aria-label={t('menu.account')} gap={4} wrap="nowrap" miw={0}>
        <Group gap="xs" wrap="nowrap" visibleFrom="md">
          <DocsLink />
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
        <SettingsMenu />
        <CompanyMenu />
        <UserMenu />
      </Group>
    </Group>
  );
}
