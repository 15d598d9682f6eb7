import { AppShell, Container } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { ConnectionBanner } from './connection-banner';
import { ErrorBoundary } from './error-boundary';
import { KeySessionNotice } from './key-session-notice';
import { MainMenu } from './main-menu';
import { PageLoader } from './page-loader';
import { SkipLink } from './skip-link';
import { TopBar } from './top-bar';

/** The frame around every page behind sign-in. */
export function Shell() {
  const [menuOpened, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const { close } = menu;
  useEffect(() => {
    close();
    window.scrollTo(0, 0);
  }, [pathname, close]);
  return (
    <AppShell header={{ height: 60 }} padding={{ base: 'md', sm: 'xl' }}>
      <SkipLink />
      <AppShell.Header>
        <TopBar menuOpened={menuOpened} openMenu={menu.open} />
      </AppShell.Header>
      <MainMenu opened={menuOpened} close={close} />
      <AppShell.Main id="main" tabIndex={-1}>
        <Container size="lg" px={0}>
          <ConnectionBanner />
          <KeySessionNotice />
          <ErrorBoundary resetOn={pathname}>
            <Suspense fallback={<PageLoader />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
