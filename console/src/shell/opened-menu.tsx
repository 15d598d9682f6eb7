import { Button, Menu } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { CompanyItems } from './company-items';
import type { DropMenuProps } from './drop-menu-props';
import { SettingsItems } from './settings-items';
import { UserItems } from './user-items';

// With the menu itself, in one file to load: a menu that opens and then waits for what is in it is an empty sliver.
const contents = { company: CompanyItems, settings: SettingsItems, user: UserItems } as const;

/** The menu that a first click asked for: it takes the place of the plain button, and opens. */
export default function OpenedMenu({ buttonProps, label, widthPx, items }: DropMenuProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const Items = contents[items];
  useEffect(() => {
    // The button that was clicked is gone with its focus; closing the menu gives it back to this one.
    button.current?.focus();
    const frame = requestAnimationFrame(() => setOpened(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Menu
      position="bottom-end"
      width={widthPx}
      opened={opened}
      onChange={setOpened}
      // It would be an element of no role that takes the focus, where a menu may hold items only.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button {...buttonProps} ref={button}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Items />
      </Menu.Dropdown>
    </Menu>
  );
}
