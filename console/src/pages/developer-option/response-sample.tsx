import { Box, Group, Paper, Text } from '@mantine/core';
import { ScrollRegion } from '../../patterns/scroll-region';

export interface ResponseSampleProps {
  /** As HTTP has it: `200 OK`. */
  readonly status: string;
  /** When it comes. */
  readonly meaning: string;
  readonly body: unknown;
}

/** An answer of the server, to compare one's own with. */
export function ResponseSample({ status, meaning, body }: ResponseSampleProps) {
  return (
    <Paper withBorder>
      <Group
        px="sm"
        py="xs"
        gap="sm"
        style={{ borderBottom: '1px solid var(--mantine-color-default-border)' }}
      >
        <Text fz="sm" ff="monospace" fw={600}>
          {status}
        </Text>
        <Text fz="sm" c="dimmed">
          {meaning}
        </Text>
      </Group>
      <ScrollRegion label={`${status}: ${meaning}`} p="sm">
        <Box component="pre" m={0} fz="sm" ff="monospace" w="max-content" miw="100%">
          <code>{JSON.stringify(body, null, 2)}</code>
        </Box>
      </ScrollRegion>
    </Paper>
  );
}
