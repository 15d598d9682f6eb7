import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Loads the code of the menus, ahead of their opening: what fails here is asked for again by the click. */
export function loadMenus(): void {
  void Promise.allSettled([import('./opened-menu'), import('./main-menu')]);
}

/**
 * No menu is part of the first page; they come as soon as that has been drawn and nothing else is to do. So do the words of
 * keys: the page under a dialog that waits for its words would be gone for that long, and the focus with it. Those that all
 * dialogs use come with the first page.
 */
export function useMenusAhead(): void {
  const { i18n } = useTranslation();
  useEffect(() => {
    const load = (): void => {
      loadMenus();
      void i18n.loadNamespaces('keys');
    };
    // Safari does not know what idle is.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(load, 1_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(load);
    return () => cancelIdleCallback(idle);
  }, [i18n]);
}
