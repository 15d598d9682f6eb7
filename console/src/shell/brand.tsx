import { Group, Text } from '@mantine/core';
import { brand, type Logo } from '../look/brand';

/** The name with its mark; on a phone the mark alone. A logo that spells the name stands for both. */
export function Brand({ always = false }: { always?: boolean }) {
  const { name, logo } = brand();
  if (isWordmark(logo))
    return (
      <img src={logo.src} alt={name} className="kunci-wordmark" width={logo.width} height={logo.height} />
    );
  return (
    <Group gap={8} wrap="nowrap">
      <img src={logo.src} alt="" className="kunci-mark" width={28} height={28} />
      <Text fw={600} size="lg" {...(always ? {} : { visibleFrom: 'sm' })}>
        {name}
      </Text>
    </Group>
  );
}

function isWordmark({ width, height }: Logo): boolean {
  return width > 2 * height;
}
