import { Button, Menu, Text } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlacesIn } from './access';
import { MenuPlaces } from './menu-places';

/** The gear. Who may set nothing does not see it. */
export function SettingsMenu() {
  const { t } = useTranslation('shell');
  const places = usePlacesIn('settings');
  if (places.length === 0) return null;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="subtle" color="gray" px="xs" aria-label={t('menu.settings')}>
          <IconSettings size={20} aria-hidden />
          <Text ml={6} visibleFrom="md" component="span" size="sm" fw={600}>
            {t('menu.settings')}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuPlaces places={places} />
      </Menu.Dropdown>
    </Menu>
  );
}
