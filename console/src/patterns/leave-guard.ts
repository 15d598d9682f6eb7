import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/**
 * Keeps the user on this page while `active`: neither a link, nor Back, nor closing the tab leaves it unasked.
 * @param onHeld told that a link or Back was held; of a closing tab the browser itself asks.
 */
export function useLeaveGuard(active: boolean, onHeld: () => void): void {
  const blocker = useBlocker(active);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    blocker.reset();
    onHeld();
  }, [blocker, onHeld]);

  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
}
