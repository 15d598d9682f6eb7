import { Menu } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { basePath } from '../api/base-path';
import { useCommand } from '../api/use-command';
import { useLeave } from '../patterns/leave-guard';
import { tellOtherTabs } from '../session/other-tabs';
import { signOut } from '../session/session';
import { useSession } from '../session/use-session';
import { usePlacesIn } from './access';
import { MenuPlaces } from './menu-places';

/** One's own places, and the way out. */
export function UserItems() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const leave = useLeave();
  const leaving = useLeaving();
  return (
    <>
      <Menu.Label style={{ overflowWrap: 'anywhere' }}>{user.username}</Menu.Label>
      <MenuPlaces places={usePlacesIn('user')} />
      <Menu.Item
        leftSection={<IconLogout size={16} aria-hidden />}
        disabled={leaving.pending}
        onClick={() => leave(() => void leaving.run(null))}
      >
        {t('signOut')}
      </Menu.Item>
    </>
  );
}

/** Reloads the page, so that nothing that was read or shown stays in memory. */
function useLeaving() {
  return useCommand({
    send: (_nothing: null) => signOut(),
    onDone: () => {
      tellOtherTabs();
      window.location.assign(`${basePath()}/sign-in`);
    },
  });
}
