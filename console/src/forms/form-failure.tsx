import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useProblemText } from '../i18n/use-problem-text';

interface FormFailureProps {
  readonly failure: Error | null;
  /** Where a thing has more to say about its problems than their codes. */
  readonly textOf?: (error: Error) => string;
}

/** What a form, or an act without one, could not do. Announced when it appears; nothing while there is none. */
export function FormFailure({ failure, textOf }: FormFailureProps) {
  const usualTextOf = useProblemText();
  if (failure === null) return null;
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden />}>
      {(textOf ?? usualTextOf)(failure)}
    </Alert>
  );
}
