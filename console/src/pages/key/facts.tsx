import { Box, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

interface FactsProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** Stands above the facts, over the whole width. */
  readonly children?: ReactNode;
}

/** A part of the page: labels, and what is true of this key. */
export function Facts({ title, facts, children }: FactsProps) {
  const id = useId();
  return (
    <Paper component="section" withBorder radius="md" p="lg" aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb="md">
        {title}
      </Title>
      {children}
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="lg" m={0}>
        {facts.map(({ label, value }) => (
          <Box key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Box component="dd" m={0} mt={2} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </Box>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
