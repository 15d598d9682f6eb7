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
 * window loses the focus, the focus leaves the group, or the component goes. Where a press takes the focus away it hides when
 * that ends: what is pressed must not move from under the pointer.
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
  let pressed = false;
  let left = false;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  const leave = (event: FocusEvent) => {
    left = !(event.relatedTarget instanceof Node && group?.contains(event.relatedTarget));
    if (left && !pressed) hideAfterClick();
  };
  const press = () => (pressed = true);
  const release = () => {
    pressed = false;
    if (left) hideAfterClick();
  };
  // A finger takes the focus only after it was lifted, in the same task as the click that follows.
  const hideAfterClick = () => (hiding = setTimeout(hide));
  const timer = setTimeout(hide, hideAfterMs);
  const over = new AbortController();
  const { signal } = over;
  window.addEventListener('pointerdown', press, { capture: true, signal });
  window.addEventListener('pointerup', release, { capture: true, signal });
  window.addEventListener('pointercancel', release, { capture: true, signal });
  window.addEventListener('blur', hide, { signal });
  window.addEventListener('pagehide', hide, { signal });
  group?.addEventListener('focusout', leave, { signal });
  return () => {
    clearTimeout(timer);
    clearTimeout(hiding);
    over.abort();
  };
}
