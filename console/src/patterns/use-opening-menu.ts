import { type RefObject, useEffect, useRef, useState } from 'react';

export interface OpeningMenu {
  /** Of the button that the menu hangs on. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly opened: boolean;
  readonly setOpened: (opened: boolean) => void;
}

/** Opens a menu that takes the place of the plain button that asked for it: once, when its own button is there. */
export function useOpeningMenu(): OpeningMenu {
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    // The button that was clicked is gone with its focus; closing the menu gives it back to this one.
    button.current?.focus();
    const frame = requestAnimationFrame(() => setOpened(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return { button, opened, setOpened };
}
