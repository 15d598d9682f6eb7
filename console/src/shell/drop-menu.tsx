import { Box, Button, Paper } from '@mantine/core';
import { type ReactNode, startTransition, Suspense, useState } from 'react';
import { lazyPart } from '../api/lazy-part';
import type { DropMenuProps } from './drop-menu-props';
import { MenuLoading } from './menu-loading';
import { loadMenus } from './menus-ahead';

const OpenedMenu = lazyPart(() => import('./opened-menu'));

/** A button of the top bar with a menu under it. The menu's code is no part of the first page: it comes when that is drawn. */
export function DropMenu(props: DropMenuProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      {...props.buttonProps}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={loadMenus}
      onFocus={loadMenus}
      // A transition, for code that is there already is not to be waited for in sight.
      onClick={() => startTransition(() => setWanted(true))}
    >
      {props.label}
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={<OnItsWay button={button} widthPx={props.widthPx} />}>
      <OpenedMenu {...props} />
    </Suspense>
  );
}

interface OnItsWayProps extends Pick<DropMenuProps, 'widthPx'> {
  readonly button: ReactNode;
}

function OnItsWay({ button, widthPx }: OnItsWayProps) {
  return (
    <Box pos="relative" miw={0}>
      {button}
      <Paper withBorder shadow="md" pos="absolute" top="100%" right={0} mt={8} py={4} w={widthPx}>
        <MenuLoading />
      </Paper>
    </Box>
  );
}
