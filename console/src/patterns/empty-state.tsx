import { Stack, Text } from '@mantine/core';
import { IconInbox, type IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';

export interface EmptyStateProps {
  /** What there is none of: "No keys yet". */
  readonly title: string;
  /** Why, or what comes here. */
  readonly children?: ReactNode;
  /** The next thing to do: a button or a link. Null only where the reader can do nothing, and `children` says who can. */
  readonly action: ReactNode;
  readonly Icon?: ComponentType<IconProps>;
}

/** What stands where there is nothing yet, with the next thing to do. */
export function EmptyState({ title, children, action, Icon = IconInbox }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Icon size={28} stroke={1.4} color="var(--kunci-ink-3)" aria-hidden />
      <Text fw={550}>{title}</Text>
      {children !== undefined && (
        <Text component="div" c="dimmed" maw={440}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
