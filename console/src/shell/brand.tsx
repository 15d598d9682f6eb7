import { Group, Text } from '@mantine/core';

/** The name with its mark; on a phone the mark alone. */
export function Brand({ always = false }: { always?: boolean }) {
  return (
    <Group gap={8} wrap="nowrap">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      <Text fw={600} size="lg" {...(always ? {} : { visibleFrom: 'sm' })}>
        Kunci
      </Text>
    </Group>
  );
}
