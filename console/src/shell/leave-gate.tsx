import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { type BlockerFunction, NavigationType, useBlocker } from 'react-router';
import { lazyPart } from '../api/lazy-part';
import { type LeaveGuard, LeaveGuards } from '../patterns/leave-guard';

const loadDialog = () => import('./leave-dialog');
const LeaveDialog = lazyPart(loadDialog);

/** The one place that keeps pages from being left: for the router knows one. What is to be kept registers by `LeaveGuards`. */
export function LeaveGate({ children }: { readonly children: ReactNode }) {
  const [guards, setGuards] = useState<readonly LeaveGuard[]>([]);
  const [act, setAct] = useState<(() => void) | null>(null);
  const blocker = useBlocker(useHeld(guards));
  const isGuarded = guards.length > 0;
  useClosingTab(isGuarded);

  const holder = guards.find(({ onHeld }) => onHeld !== undefined);
  useEffect(() => {
    if (blocker.state !== 'blocked' || holder === undefined) return;
    blocker.reset();
    holder.onHeld?.();
  }, [blocker, holder]);

  const add = useCallback((guard: LeaveGuard) => {
    setGuards((others) => [...others, guard]);
    // Ahead of the question, which may be asked when the server is away.
    if (guard.onHeld === undefined) void Promise.allSettled([loadDialog()]);
    return () => setGuards((all) => all.filter((one) => one !== guard));
  }, []);
  const value = useMemo(
    () => ({ add, leave: (wanted: () => void) => (isGuarded ? setAct(() => wanted) : wanted()) }),
    [add, isGuarded],
  );

  function stay(): void {
    setAct(null);
    blocker.reset?.();
  }

  function leave(): void {
    // What is lost is lost by choice: nothing asks again on the way.
    setGuards([]);
    setAct(null);
    act?.();
    blocker.proceed?.();
  }

  const asking = act !== null || (blocker.state === 'blocked' && holder === undefined);
  return (
    <LeaveGuards value={value}>
      {children}
      {isGuarded && (
        <Suspense fallback={null}>
          <LeaveDialog opened={asking} onLeave={leave} onStay={stay} />
        </Suspense>
      )}
    </LeaveGuards>
  );
}

/**
 * What is typed outlives another filter in the address of the same page; a dialog that holds lets nothing by. When the session
 * has ended there is no page to stay on: sign-in takes its place, below a dialog that holds.
 */
function useHeld(guards: readonly LeaveGuard[]): BlockerFunction {
  return useCallback(
    ({ currentLocation, nextLocation, historyAction }) =>
      !(historyAction === NavigationType.Replace && nextLocation.pathname === '/sign-in') &&
      guards.some(({ onHeld }) => onHeld !== undefined || currentLocation.pathname !== nextLocation.pathname),
    [guards],
  );
}

/** Of a closing tab the browser asks, in its own words. */
function useClosingTab(isGuarded: boolean): void {
  useEffect(() => {
    if (!isGuarded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isGuarded]);
}
