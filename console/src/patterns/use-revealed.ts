import { useEffect, useState, type RefObject } from 'react';

export type RevealState = 'hidden' | 'fetching' | 'shown' | 'failed';

export interface Revealed {
  readonly state: RevealState;
  /** Only while it is shown. */
  readonly secret: string | null;
  readonly show: () => Promise<void>;
  readonly hide: () => void;
}

/**
 * Holds a secret for as long as it is looked at, and nowhere but in the state of the component: until the time is over, the
 * window loses the focus, the focus leaves the group, or the component goes.
 */
export function useRevealed(
  reveal: () => Promise<string | null>,
  hideAfterMs: number,
  group: RefObject<HTMLElement | null>,
): Revealed {
  const [state, setState] = useState<RevealState>('hidden');
  const [secret, setSecret] = useState<string | null>(null);

  function hide(): void {
    setSecret(null);
    setState('hidden');
  }

  async function show(): Promise<void> {
    setState('fetching');
    try {
      const fetched = await reveal();
      setSecret(fetched);
      setState(fetched === null ? 'hidden' : 'shown');
    } catch {
      // The reason is the page's to tell; the field says that it could not be shown.
      setState('failed');
    }
  }

  useEffect(() => {
    if (state !== 'shown') return;
    return untilLeft(group.current, hideAfterMs, hide);
  }, [state, hideAfterMs, group]);

  return { state, secret, show, hide };
}

function untilLeft(group: HTMLElement | null, hideAfterMs: number, hide: () => void): () => void {
  const leave = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && group?.contains(event.relatedTarget))) hide();
  };
  const timer = setTimeout(hide, hideAfterMs);
  window.addEventListener('blur', hide);
  window.addEventListener('pagehide', hide);
  group?.addEventListener('focusout', leave);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('blur', hide);
    window.removeEventListener('pagehide', hide);
    group?.removeEventListener('focusout', leave);
  };
}
