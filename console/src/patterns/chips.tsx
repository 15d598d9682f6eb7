import { Button, Group } from '@mantine/core';

export interface Chip {
  readonly key: string;
  readonly label: string;
  /** How many it leaves, once that is known. */
  readonly count: string | null;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

export interface ChipsProps {
  /** What they choose from. */
  readonly label: string;
  readonly chips: readonly Chip[];
}

const pressedStyle = {
  background: 'var(--mantine-primary-color-light)',
  borderColor: 'transparent',
} as const;

/** Nothing to find there, and so nothing to look at. */
const noneStyle = { background: 'transparent', borderColor: 'transparent' } as const;

/** Filters with a name, one press each. Those that leave nothing are without a frame. */
export function Chips({ label, chips }: ChipsProps) {
  return (
    <Group role="group" aria-label={label} gap={8}>
      {chips.map(({ key, label: name, count, pressed, onPress }) => (
        <Button
          key={key}
          variant="default"
          size="compact-sm"
          radius="xl"
          fz="sm"
          c={pressed ? 'var(--kunci-accent)' : 'dimmed'}
          fw={pressed ? 550 : 400}
          style={pressed ? pressedStyle : count === '0' ? noneStyle : undefined}
          aria-pressed={pressed}
          onClick={onPress}
        >
          {count === null ? name : `${name} ${count}`}
        </Button>
      ))}
    </Group>
  );
}
