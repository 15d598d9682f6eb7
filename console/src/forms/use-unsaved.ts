import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useUnsavedGuard } from '../patterns/leave-guard';

/**
 * Asks before a form is left whose changes were not saved.
 * @param last what was saved last, as the act got it; null before. A new object each time.
 * @returns whether the form shows what was saved.
 */
export function useUnsaved<Values extends FieldValues>(
  { formState: { isDirty }, reset }: UseFormReturn<Values>,
  last: Values | null,
): boolean {
  useEffect(() => {
    // From here on, another change is one against what was saved.
    if (last !== null) reset(last, { keepValues: true });
  }, [last, reset]);
  useUnsavedGuard(isDirty);
  return last !== null && !isDirty;
}
