import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyPart } from '../api/lazy-part';
import type { DropMenuProps } from './drop-menu-props';

const OpenedMenu = lazyPart(() => import('./opened-menu'));

/** A button of the top bar with a menu under it. The menu's code is no part of the first page: it comes with the first touch. */
export function DropMenu(props: DropMenuProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      {...props.buttonProps}
      aria-haspopup="menu"
      aria-expanded={false}
      // Ahead of the click, which asks again where this fails.
      onPointerEnter={() => void Promise.allSettled([import('./opened-menu')])}
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
