import { Code, Group } from '@mantine/core';
import { CopyButton } from './copy-button';

export interface CopyableTextProps {
  readonly text: string;
  /** What it is, for the name of the button: "Company ID". */
  readonly what: string;
}

/** A short text that people carry elsewhere, such as an id, an address or a username. */
export function CopyableText({ text, what }: CopyableTextProps) {
  return (
    <Group component="span" gap={4} wrap="nowrap" display="inline-flex" maw="100%">
      <Code fz="sm" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Code>
      <CopyButton text={text} what={what} iconOnly />
    </Group>
  );
}
