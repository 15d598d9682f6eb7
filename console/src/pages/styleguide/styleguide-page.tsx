import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useNoDrawnFront } from '../../front/drawn-front';
import { brand } from '../../look/brand';
import { LanguageSwitch } from '../../shell/language-switch';
import { ThemeSwitch } from '../../shell/theme-switch';
import { controls } from './controls';
import { dialogs } from './dialogs';
import { figures } from './figures';
import { keys } from './keys';
import type { Shown } from './shown';
import { standings } from './standings';
import { tables } from './tables';

const all: readonly Shown[] = [...controls, ...keys, ...standings, ...tables, ...figures, ...dialogs];

/** Every pattern in every state, to look at and to compare pictures of. Only a server in development mode has it. */
export default function StyleguidePage() {
  useNoDrawnFront();
  return (
    <Stack component="main" gap="xl" p="lg" maw={1180} mx="auto">
      <title>{`Styleguide · ${brand().name}`}</title>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {all.length} patterns
        </Title>
        <Group gap={4}>
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
      </Group>
      {all.map((shown) => (
        <Pattern key={shown.name} {...shown} />
      ))}
    </Stack>
  );
}

function Pattern({ name, states }: Shown) {
  return (
    <Box component="section" aria-label={name} data-pattern={name}>
      <Title order={2} size="h4" mb="sm">
        {name}
      </Title>
      <Stack gap="sm">
        {Object.entries(states).map(([state, drawn]) => (
          <Paper key={state} withBorder p="md">
            <Text size="xs" c="dimmed" mb="xs">
              {state}
            </Text>
            {drawn}
          </Paper>
        ))}
      </Stack>
    </Box>
  );
}
