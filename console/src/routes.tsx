import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from 'react';
import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { RequireSession } from './session/require-session';
import { useSessionEvents } from './session/session-query';
import { Failed } from './shell/error-boundary';
import { PageLoader } from './shell/page-loader';
import { PlaceGuard } from './shell/place-guard';
import { type PlaceId, places } from './shell/places';

/** The page of each place; its code is loaded when someone goes there. Each file exports its page as the default. */
const pages: Readonly<Record<PlaceId, LazyExoticComponent<ComponentType>>> = {
  overview: lazy(() => import('./pages/overview/overview-page')),
};

const Shell = lazy(() => import('./shell/shell'));
const SignInPage = lazy(() => import('./session/sign-in-page'));
const SignUpPage = lazy(() => import('./session/sign-up-page'));
const InvitationPage = lazy(() => import('./session/invitation-page'));
const PasswordResetPage = lazy(() => import('./session/password-reset-page'));
const NotFoundPage = lazy(() => import('./pages/not-found/not-found-page'));

export const router = createBrowserRouter([
  {
    element: <Everything />,
    errorElement: <Failed />,
    children: [
      { path: '/sign-in', element: <SignInPage /> },
      { path: '/sign-up', element: <SignUpPage /> },
      { path: '/invitation', element: <InvitationPage /> },
      { path: '/password-reset', element: <PasswordResetPage /> },
      {
        element: <RequireSession />,
        children: [
          {
            element: <Shell />,
            children: [...placeRoutes(), { path: '*', element: <NotFoundPage /> }],
          },
        ],
      },
    ],
  },
]);

function Everything() {
  useSessionEvents();
  return (
    <Suspense fallback={<PageLoader />}>
      <Outlet />
    </Suspense>
  );
}

function placeRoutes(): RouteObject[] {
  // A cast: Object.keys knows no literal types.
  return (Object.keys(pages) as PlaceId[]).map((id) => {
    const Shown = pages[id];
    const place = places[id];
    return {
      path: place.path,
      element: (
        <PlaceGuard place={place}>
          <Shown />
        </PlaceGuard>
      ),
    };
  });
}
