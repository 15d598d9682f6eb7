import { useEffect, useRef } from 'react';

// Mantine gives the focus back first, 10 ms after it began to close.
const afterMantineMs = 20;

/**
 * Where the focus goes when a dialog has closed and Mantine did not know: a dialog that follows another is opened from what
 * is gone by then. It goes to what had it last on the page; where that is gone, too, to the page's heading.
 *
 * @returns what to call when the dialog is out of sight
 */
export function useWayBack(): () => void {
  const last = useRef<Element | null>(null);

  useEffect(() => {
    const note = (target: EventTarget | null): void => {
      if (!(target instanceof Element) || target === document.body) return;
      if (target.closest('[role="dialog"]') === null) last.current = target;
    };
    const listen = (event: FocusEvent): void => note(event.target);
    note(document.activeElement);
    document.addEventListener('focusin', listen);
    return () => document.removeEventListener('focusin', listen);
  }, []);

  return () => {
    window.setTimeout(() => {
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      const back = last.current?.isConnected === true ? last.current : document.querySelector('main h1');
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    }, afterMantineMs);
  };
}
