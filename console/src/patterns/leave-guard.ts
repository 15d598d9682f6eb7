import { createContext, use, useEffect, useState } from 'react';

/** Something on the page that must not be lost by leaving it. */
export interface LeaveGuard {
  /** Told that leaving was held, which it then is for as long as this guards. Without it, the user is asked, and may leave. */
  readonly onHeld?: () => void;
}

/** The router asks one place whether a page may be left, so all that guards is registered there. */
export interface LeaveGuards {
  /** @returns what takes it away again. */
  readonly add: (guard: LeaveGuard) => () => void;
  /** Does what leaves the page by another way than a link; first asks, where something would be lost. */
  readonly leave: (act: () => void) => void;
}

/** Outside the shell there is nothing to lose. */
export const LeaveGuards = createContext<LeaveGuards>({ add: () => () => undefined, leave: (act) => act() });

/**
 * Keeps the user on this page while `active`: neither a link, nor Back, nor closing the tab leaves it unasked.
 * @param onHeld told that a link or Back was held; of a closing tab the browser itself asks.
 */
export function useLeaveGuard(active: boolean, onHeld: () => void): void {
  const { add } = use(LeaveGuards);
  useEffect(() => (active ? add({ onHeld }) : undefined), [active, add, onHeld]);
}

/** Asks before the page is left while it has changes that were not saved. */
export function useUnsavedGuard(unsaved: boolean): void {
  const { add } = use(LeaveGuards);
  const [guard] = useState<LeaveGuard>({});
  useEffect(() => (unsaved ? add(guard) : undefined), [unsaved, add, guard]);
}

/** For what leaves the page by another way than a link: `leave(() => signOut())`. */
export function useLeave(): LeaveGuards['leave'] {
  return use(LeaveGuards).leave;
}
