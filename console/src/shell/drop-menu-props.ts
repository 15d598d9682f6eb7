import type { ButtonProps } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';

export interface DropMenuProps {
  readonly buttonProps: ButtonProps & { 'aria-label'?: string };
  readonly label: ReactNode;
  readonly widthPx: number;
  /** What is in it: a lazy component, so that its code comes when the menu is first wanted. */
  readonly items: ComponentType;
}
