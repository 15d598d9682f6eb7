import { Text } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../api/lazy-part';
import { usePlacesIn } from './access';
import { DropMenu } from './drop-menu';

const SettingsItems = lazyPart(() => import('./settings-items'));

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
      items={SettingsItems}
      label={
        <>
          <IconSettings size={20} aria-hidden />
          <Text ml={6} visibleFrom="md" component="span" size="sm" fw={600}>
            {t('menu.settings')}
          </Text>
        </>
      }
    />
  );
}
