import { Stack, Text, ThemeIcon } from '@mantine/core';
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
      <ThemeIcon variant="light" color="gray" size={56} radius="xl">
        <Icon size={30} aria-hidden />
      </ThemeIcon>
      <Text fw={600} size="lg">
        {title}
      </Text>
      {children !== undefined && (
        <Text component="div" c="dimmed" maw={480}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
