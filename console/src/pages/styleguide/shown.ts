import type { ReactNode } from 'react';

/** A pattern by its name in the code, in each of its states. */
export interface Shown {
  readonly name: string;
  readonly states: Readonly<Record<string, ReactNode>>;
}
