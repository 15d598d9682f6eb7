import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** One thing that is known of something, under its label. Stands in a `<dl>`. */
export function Fact({ label, children }: FactProps) {
  return (
    <Box style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Box component="dd" m={0}>
        {children}
      </Box>
    </Box>
  );
}
