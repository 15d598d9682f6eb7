import { Box, Container } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { lazyPart } from '../api/lazy-part';
import { ConnectionBanner } from './connection-banner';
import { ErrorBoundary } from './error-boundary';
import { KeySessionNotice } from './key-session-notice';
import { useMenusAhead } from './menus-ahead';
import { PageLoader } from './page-loader';
import { SkipLink } from './skip-link';
import { TopBar } from './top-bar';

const MainMenu = lazyPart(() => import('./main-menu'));

/** The frame around every page behind sign-in. */
export default function Shell() {
  const { pathname } = useLocation();
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
    <>
      <SkipLink />
      <Box component="header" className="kunci-top-bar">
        <TopBar menuOpened={menuOpened} openMenu={openMenu} />
      </Box>
      {menuWanted && (
        <Suspense fallback={null}>
          <MainMenu opened={menuOpened} close={close} />
        </Suspense>
      )}
      <Box component="main" id="main" tabIndex={-1} p={{ base: 'md', sm: 'xl' }}>
        <Container size="lg" px={0}>
          <ConnectionBanner />
          <KeySessionNotice />
          <ErrorBoundary resetOn={pathname}>
            <Suspense fallback={<PageLoader />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </Container>
      </Box>
    </>
  );
}
