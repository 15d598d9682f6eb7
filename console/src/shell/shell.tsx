import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { lazyPart } from '../api/lazy-part';
import { useNoDrawnFront } from '../front/drawn-front';
import { ConnectionBanner } from './connection-banner';
import { ErrorBoundary } from './error-boundary';
import { KeySessionNotice } from './key-session-notice';
import { useMenusAhead } from './menus-ahead';
import { PageLoader } from './page-loader';
import { Rail } from './rail';
import { useRailWidth } from './use-rail-width';
import { SkipLink } from './skip-link';
import { TopBar } from './top-bar';

const MainMenu = lazyPart(() => import('./main-menu'));

/** The frame around every page behind sign-in. */
export default function Shell() {
  useNoDrawnFront();
  const { pathname } = useLocation();
  const [narrow, turnRail] = useRailWidth();
  const [menuOpened, menu] = useDisclosure(false);
  const [menuWanted, { open: wantMenu }] = useDisclosure(false);
  const { close } = menu;
  useMenusAhead();
  useEffect(() => {
    close();
    window.scrollTo(0, 0);
  }, [pathname, close]);
  const openMenu = (): void => {
    wantMenu();
    menu.open();
  };
  return (
    <div className="kunci-frame" data-rail={narrow ? 'narrow' : 'wide'}>
      <SkipLink />
      <header className="kunci-top-bar">
        <TopBar menuOpened={menuOpened} openMenu={openMenu} />
      </header>
      <Rail narrow={narrow} onTurn={turnRail} behind={menuOpened} />
      {menuWanted && (
        <Suspense fallback={null}>
          <MainMenu opened={menuOpened} close={close} />
        </Suspense>
      )}
      <main id="main" tabIndex={-1}>
        <ConnectionBanner />
        <KeySessionNotice />
        <ErrorBoundary resetOn={pathname}>
          <Suspense fallback={<PageLoader />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}
