import { useRef, useState } from 'react';
import { isProblem } from '../api/problem';

/** How far the look-up of a secret has come. */
export type Lookup<Found> =
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly found: Found }
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly problem: Error };

export interface KeyLookup<Found> {
  /** Null before the first, and when it was forgotten. */
  readonly lookup: Lookup<Found> | null;
  readonly look: (secret: string) => void;
  readonly forget: () => void;
}

/**
 * Finds the key of a secret that was pasted. The secret is sent in a body and kept nowhere, so neither a query nor a command
 * does it: both remember what they were asked.
 */
export function useKeyLookup<Found>(send: (secret: string) => Promise<Found>): KeyLookup<Found> {
  const [lookup, setLookup] = useState<Lookup<Found> | null>(null);
  const latest = useRef(0);
  const begin = (now: Lookup<Found> | null): ((then: Lookup<Found>) => void) => {
    latest.current += 1;
    const turn = latest.current;
    setLookup(now);
    // Only the last one that was asked for is shown.
    return (then) => {
      if (turn === latest.current) setLookup(then);
    };
  };
  return {
    lookup,
    look: (secret) => {
      const answered = begin({ state: 'looking' });
      send(secret).then(
        (found) => answered({ state: 'found', found }),
        (refusal: unknown) => answered(refusedBy(refusal)),
      );
    },
    forget: () => void begin(null),
  };
}

function refusedBy(refusal: unknown): Lookup<never> {
  if (isProblem(refusal, 'not-found')) return { state: 'none' };
  if (refusal instanceof Error) return { state: 'failed', problem: refusal };
  throw refusal;
}
