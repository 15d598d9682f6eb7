import { Button, type ButtonProps } from '@mantine/core';
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';

const OpenedMenu = lazy(() => import('./opened-menu'));

export interface DropMenuProps {
  readonly buttonProps: ButtonProps & { 'aria-label'?: string };
  readonly label: ReactNode;
  readonly widthPx: number;
  /** What is in it: a lazy component, so that its code comes when the menu is first wanted. */
  readonly items: ComponentType;
}

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
