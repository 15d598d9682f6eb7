import { Text } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlacesIn } from './access';
import { DropMenu } from './drop-menu';

/** The gear. Who may set nothing does not see it. */
export function SettingsMenu() {
  const { t } = useTranslation('shell');
  if (usePlacesIn('settings').length === 0) return null;
  return (
    <DropMenu
      buttonProps={{
        variant: 'subtle',
        color: 'gray',
        px: 'xs',
        flex: 'none',
        'aria-label': t('menu.settings'),
      }}
      widthPx={260}
      items="settings"
      label={
        <>
          <IconSettings size={18} aria-hidden />
          <Text ml={6} visibleFrom="lg" component="span" size="md" fw={550}>
            {t('menu.settings')}
          </Text>
        </>
      }
    />
  );
}
