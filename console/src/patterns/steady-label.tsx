import { Box } from '@mantine/core';

export interface SteadyLabelProps {
  readonly text: string;
  /** All it can be: it is as wide as the widest, so that nothing beside it moves when it changes. */
  readonly of: readonly string[];
}

/** The label of a button that changes with what the button does. */
export function SteadyLabel({ text, of }: SteadyLabelProps) {
  // The style sheet draws the others, without height and out of sight: they are no text of the page.
  return (
    <Box component="span" className="kunci-steady-label" data-labels={of.join('\n')}>
      {text}
    </Box>
  );
}
