import { useState } from 'react';
import type { Choice } from './choice';

/** The choice an open dialog is about. It is kept while the dialog closes, so that its words do not change on the way out. */
export interface Chosen {
  readonly choice: Choice | null;
  readonly opened: boolean;
}

/** One dialog at a time. */
export function useChoice() {
  const [choice, setChoice] = useState<Chosen>({ choice: null, opened: false });
  return {
    choice,
    choose: (next: Choice) => setChoice({ choice: next, opened: true }),
    close: () => setChoice(({ choice: last }) => ({ choice: last, opened: false })),
  };
}
