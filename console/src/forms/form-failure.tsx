import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useProblemText } from '../i18n/use-problem-text';

/** What a form, or an act without one, could not do. Announced when it appears; nothing while there is none. */
export function FormFailure({ failure }: { failure: Error | null }) {
  const textOf = useProblemText();
  if (failure === null) return null;
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden />}>
      {textOf(failure)}
    </Alert>
  );
}
