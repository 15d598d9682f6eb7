import { Button, Menu } from '@mantine/core';
import { Suspense, useEffect, useRef, useState } from 'react';
import type { DropMenuProps } from './drop-menu-props';

/** The menu that a first click asked for: it takes the place of the plain button, and opens. */
export default function OpenedMenu({ buttonProps, label, widthPx, items: Items }: DropMenuProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
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
        <Suspense fallback={null}>
          <Items />
        </Suspense>
      </Menu.Dropdown>
    </Menu>
  );
}
