import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { DropMenuProps } from './drop-menu-props';

const OpenedMenu = lazy(() => import('./opened-menu'));

/** A button of the top bar with a menu under it. The menu's code is no part of the first page: it comes with the first touch. */
export function DropMenu(props: DropMenuProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      {...props.buttonProps}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void import('./opened-menu')}
      onClick={() => setWanted(true)}
    >
      {props.label}
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <OpenedMenu {...props} />
    </Suspense>
  );
}
