import { Text } from '@mantine/core';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import { useSession } from '../session/use-session';
import { DropMenu } from './drop-menu';

/** The name of who is signed in; opens their own places and the way out. */
export function UserMenu() {
  const { user } = useSession();
  return (
    <DropMenu
      buttonProps={{
        variant: 'subtle',
        color: 'gray',
        px: 8,
        flex: 'none',
        leftSection: <IconUser size={18} aria-hidden />,
        rightSection: <IconChevronDown size={14} aria-hidden />,
        'aria-label': user.username,
      }}
      widthPx={260}
      items="user"
      label={
        <Text
          component="span"
          size="md"
          fw={550}
          truncate
          maw={{ base: 140, lg: 180, xl: 320 }}
          visibleFrom="md"
        >
          {user.username}
        </Text>
      }
    />
  );
}
