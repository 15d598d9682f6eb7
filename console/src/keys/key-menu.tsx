import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOpeningMenu } from '../patterns/use-opening-menu';
import { type KeyCommand, commandsOn } from './key-commands';
import type { Key } from './key';
import { useKeyName } from './use-key-name';
import { useKeyRights } from './use-key-rights';

interface KeyMenuProps {
  readonly apiKey: Key;
  readonly onAct: (act: KeyCommand, key: Key) => void;
}

const look = { variant: 'subtle', color: 'gray', size: 'lg' } as const;

/** What can be done to the key of a row. Until it is pressed it is a button: a page has a hundred of them. */
export function KeyMenu(props: KeyMenuProps) {
  const label = useLabel(props.apiKey);
  const [wanted, setWanted] = useState(false);
  if (wanted) return <OpenedKeyMenu {...props} />;
  return (
    <ActionIcon
      {...look}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      <IconDots size={18} aria-hidden />
    </ActionIcon>
  );
}

function OpenedKeyMenu({ apiKey, onAct }: KeyMenuProps) {
  const { t } = useTranslation('keys');
  const label = useLabel(apiKey);
  const words = useActWords();
  const { may } = useKeyRights();
  const { button, opened, setOpened } = useOpeningMenu();
  const begin = (act: KeyCommand): void => {
    // What opens now gives the focus back to what had it: the item is gone by then.
    button.current?.focus();
    onAct(act, apiKey);
  };
  return (
    <Menu
      position="bottom-end"
      width={220}
      opened={opened}
      onChange={setOpened}
      // It would be an element of no role that takes the focus, where a menu may hold items only.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon {...look} ref={button} aria-label={label}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={`/keys/${apiKey.id}`}>
          {t('lookup.open')}
        </Menu.Item>
        {commandsOn(apiKey, may).map((act) => (
          <Menu.Item key={act} onClick={() => begin(act)}>
            {words[act]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useLabel(key: Key): string {
  const { t } = useTranslation('keys');
  return t('menu.of', { name: useKeyName()(key) });
}

function useActWords(): Readonly<Record<KeyCommand, string>> {
  const { t } = useTranslation('keys');
  return {
    rotate: t('rotate.confirm'),
    disable: t('disable.confirm'),
    enable: t('enable.confirm'),
    leak: t('leak.act'),
    revoke: t('revoke.confirm'),
    delete: t('delete.confirm'),
  };
}
