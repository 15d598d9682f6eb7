import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/use-act';
import { tellOtherTabs } from '../session/other-tabs';
import { signOut } from '../session/session';
import { useSession } from '../session/use-session';
import { usePlacesIn } from './access';
import { MenuPlaces } from './menu-places';

/** The name of who is signed in; opens their own places and the way out. */
export function UserMenu() {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const leaving = useLeaving();
  const places = usePlacesIn('user');
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px={{ base: 6, sm: 'xs' }}
          leftSection={<IconUser size={18} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={user.username}
        >
          <Text component="span" size="sm" fw={600} truncate maw={180} visibleFrom="md">
            {user.username}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label style={{ overflowWrap: 'anywhere' }}>{user.username}</Menu.Label>
        <MenuPlaces places={places} />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          disabled={leaving.pending}
          onClick={() => void leaving.run(null)}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Loads the page anew, so that nothing of what was read or shown stays in its memory. */
function useLeaving() {
  return useAct({
    act: (_nothing: null) => signOut(),
    onDone: () => {
      tellOtherTabs();
      window.location.assign('/sign-in');
    },
  });
}
