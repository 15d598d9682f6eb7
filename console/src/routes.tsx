import { Suspense } from 'react';
import { createBrowserRouter, matchRoutes, Outlet, type RouteObject } from 'react-router';
import { basePath } from './api/base-path';
import { lazyPart, type LazyPart } from './api/lazy-part';
import { loadStrings } from './i18n';
import { LastingDialogsHolder } from './patterns/lasting-dialogs';
import { RequireSession } from './session/require-session';
import { useSessionEvents } from './session/session-query';
import { RouteError } from './shell/error-boundary';
import { LeaveGate } from './shell/leave-gate';
import { PageLoader } from './shell/page-loader';
import { PlaceGuard } from './shell/place-guard';
import { type PlaceId, places } from './shell/places';

/** The page of each place; its code is loaded when someone goes there. Each file exports its page as the default. */
const pages: Readonly<Record<PlaceId, LazyPart<object>>> = {
  overview: lazyPart(() => import('./pages/overview/overview-page')),
  keys: lazyPart(() => import('./pages/keys/keys-page')),
  key: lazyPart(() => import('./pages/key/key-page')),
  usage: lazyPart(() => import('./pages/usage/usage-page')),
  auditTrail: lazyPart(() => import('./pages/audit-trail/audit-trail-page')),
  generateApiKey: lazyPart(() => import('./pages/generate-api-key/generate-api-key-page')),
  users: lazyPart(() => import('./pages/users/users-page')),
  user: lazyPart(() => import('./pages/user/user-page')),
  leaving: lazyPart(() => import('./pages/leaving/leaving-page')),
  serviceAccounts: lazyPart(() => import('./pages/service-accounts/service-accounts-page')),
  serviceAccount: lazyPart(() => import('./pages/service-account/service-account-page')),
  developerOption: lazyPart(() => import('./pages/developer-option/developer-option-page')),
  apiKeys: lazyPart(() => import('./pages/api-keys/api-keys-page')),
  securitySettings: lazyPart(() => import('./pages/security-settings/security-settings-page')),
  roles: lazyPart(() => import('./pages/roles/roles-page')),
  apiCredentials: lazyPart(() => import('./pages/api-credentials/api-credentials-page')),
  company: lazyPart(() => import('./pages/company/company-page')),
  mySettings: lazyPart(() => import('./pages/my-settings/my-settings-page')),
  platformCompanies: lazyPart(() => import('./pages/platform-companies/platform-companies-page')),
  platformCompany: lazyPart(() => import('./pages/platform-company/platform-company-page')),
  platformUsers: lazyPart(() => import('./pages/platform-users/platform-users-page')),
  platformProducts: lazyPart(() => import('./pages/platform-products/platform-products-page')),
  platformServiceKeys: lazyPart(() => import('./pages/platform-service-keys/platform-service-keys-page')),
};

// With the strings of all its pages. The page that waited for those of a dialog would be hidden meanwhile.
const Shell = lazyPart(async () => {
  const [shell] = await Promise.all([import('./shell/shell'), loadStrings()]);
  return shell;
});
const SignInPage = lazyPart(() => import('./pages/sign-in/sign-in-page'));
const SignUpPage = lazyPart(() => import('./pages/sign-up/sign-up-page'));
const InvitationPage = lazyPart(() => import('./pages/invitation/invitation-page'));
const PasswordResetPage = lazyPart(() => import('./pages/password-reset/password-reset-page'));
// Only a server in development mode answers at its address.
const StyleguidePage = lazyPart(async () => {
  const [page] = await Promise.all([import('./pages/styleguide/styleguide-page'), loadStrings()]);
  return page;
});
const NotFoundPage = lazyPart(() => import('./pages/not-found/not-found-page'));

/** What a route draws, and whose code has to be there before. */
const drawn = (Part: LazyPart<object>) => ({ element: <Part />, handle: Part.load });

const behindSignIn = 'behind-sign-in';

const routes: RouteObject[] = [
  {
    element: <AppRoot />,
    errorElement: <RouteError />,
    children: [
      { path: '/sign-in', ...drawn(SignInPage) },
      { path: '/sign-up', ...drawn(SignUpPage) },
      { path: '/invitation', ...drawn(InvitationPage) },
      { path: '/password-reset', ...drawn(PasswordResetPage) },
      { path: '/styleguide', ...drawn(StyleguidePage) },
      {
        id: behindSignIn,
        element: <RequireSession />,
        children: [{ ...drawn(Shell), children: [...placeRoutes(), { path: '*', ...drawn(NotFoundPage) }] }],
      },
    ],
  },
];

export const router = createBrowserRouter(routes, { basename: basePath() || '/' });

/** Whether only a signed-in person gets to see what is at a path. */
export function needsSession(pathname: string): boolean {
  return (matchRoutes(routes, pathname) ?? []).some(({ route }) => route.id === behindSignIn);
}

/** Loads the code of whatever is at a path, frame and page side by side. */
export async function loadPage(pathname: string): Promise<void> {
  await Promise.all((matchRoutes(routes, pathname) ?? []).map(({ route }) => loadCode(route)));
}

async function loadCode({ handle }: RouteObject): Promise<void> {
  // A cast: the router leaves open what a handle is.
  await (handle as LazyPart<object>['load'] | undefined)?.();
}

function AppRoot() {
  useSessionEvents();
  return (
    <LeaveGate>
      <LastingDialogsHolder>
        <Suspense fallback={<PageLoader />}>
          <Outlet />
        </Suspense>
      </LastingDialogsHolder>
    </LeaveGate>
  );
}

function placeRoutes(): RouteObject[] {
  // A cast: Object.keys knows no literal types.
  return (Object.keys(pages) as PlaceId[]).map((id) => {
    const Page = pages[id];
    const place = places[id];
    return {
      path: place.path,
      handle: Page.load,
      element: (
        <PlaceGuard place={place}>
          <Page />
        </PlaceGuard>
      ),
    };
  });
}
