import { Button, Menu } from '@mantine/core';
import { useOpeningMenu } from '../patterns/use-opening-menu';
import { CompanyItems } from './company-items';
import type { DropMenuProps } from './drop-menu-props';
import { SettingsItems } from './settings-items';
import { UserItems } from './user-items';

// With the menu itself, in one file to load: a menu that opens and then waits for what is in it is an empty sliver.
const contents = { company: CompanyItems, settings: SettingsItems, user: UserItems } as const;

/** The menu that a first click asked for: it takes the place of the plain button, and opens. */
export default function OpenedMenu({ buttonProps, label, widthPx, items }: DropMenuProps) {
  const { button, opened, setOpened } = useOpeningMenu();
  const Items = contents[items];
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
