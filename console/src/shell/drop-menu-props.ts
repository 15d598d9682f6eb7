import type { ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

export interface DropMenuProps {
  readonly buttonProps: ButtonProps & { 'aria-label'?: string };
  readonly label: ReactNode;
  readonly widthPx: number;
  /** What is in it; the code of that comes with the code of menus. */
  readonly items: 'company' | 'settings' | 'user';
}
