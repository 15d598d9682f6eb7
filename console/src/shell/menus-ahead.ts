import { useEffect } from 'react';

/** Loads the code of the menus, ahead of their opening: what fails here is asked for again by the click. */
export function loadMenus(): void {
  void Promise.allSettled([import('./opened-menu'), import('./main-menu')]);
}

/** No menu is part of the first page; they come as soon as that has been drawn and nothing else is to do. */
export function useMenusAhead(): void {
  useEffect(() => {
    // Safari does not know what idle is.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(loadMenus, 1_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(loadMenus);
    return () => cancelIdleCallback(idle);
  }, []);
}
