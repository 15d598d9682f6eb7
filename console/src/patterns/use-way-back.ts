import { useCallback, useEffect, useRef } from 'react';

/**
 * Where the focus goes when the last dialog has closed: to what had it last on the page; where that is gone, to the page's
 * heading. Mantine knows only what had it when a dialog was opened, which for one that follows another is gone by then.
 *
 * @returns what to call then. It leaves the focus where something has put it already.
 */
export function useWayBack(): () => void {
  const last = useRef<Element | null>(null);

  useEffect(() => {
    const note = (target: EventTarget | null): void => {
      if (target instanceof Element && !isLost(target)) last.current = target;
    };
    const listen = (event: FocusEvent): void => note(event.target);
    note(document.activeElement);
    document.addEventListener('focusin', listen);
    return () => document.removeEventListener('focusin', listen);
  }, []);

  return useCallback(() => {
    // What is there no more, or is disabled, does not take it.
    for (const back of [last.current, document.querySelector('main h1')])
      if (isLost(document.activeElement) && back instanceof HTMLElement) back.focus({ preventScroll: true });
  }, []);
}

/** On nothing, or in a dialog that is closing. */
function isLost(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.closest('[role="dialog"]') !== null;
}
