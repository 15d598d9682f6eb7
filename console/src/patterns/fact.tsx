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
      {/* As high as what can be copied, so that what cannot stands on the same line. */}
      <Box
        component="dd"
        m={0}
        mih={34}
        display="grid"
        style={{ alignContent: 'center', justifyItems: 'start' }}
      >
        {children}
      </Box>
    </Box>
  );
}
