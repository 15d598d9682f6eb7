import { Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

/** Says beside a button that it has worked. Announced when it appears; the empty place stays, so that it can be. */
export function SavedNotice({ text }: { readonly text: string | null }) {
  return (
    <Group component="span" gap={4} role="status" c="var(--mantine-color-green-light-color)" wrap="nowrap">
      {text !== null && (
        <>
          <IconCheck size={18} aria-hidden />
          <Text component="span" size="sm" fw={600}>
            {text}
          </Text>
        </>
      )}
    </Group>
  );
}
