import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { queryKeys } from '../api/query-keys';
import { useNoDrawnFront } from '../front/drawn-front';
import { useProblemText } from '../i18n/use-problem-text';
import { TimeZoneContext } from '../patterns/time-zone';
import { signInPath } from './links';
import type { Session } from './session';
import { useSessionQuery } from './session-query';
import { SessionContext } from './use-session';

/** Lets only a signed-in person on; anyone else signs in first, and then comes back to where they wanted to go. */
export function RequireSession() {
  const place = useLocation();
  const query = useSessionQuery();
  useFreshStart(query.data ?? null);
  if (query.data === null) return <Navigate to={signInPath(place)} replace />;
  if (query.data !== undefined) {
    return (
      // Another person starts with fresh pages: nothing of the previous person stays on them.
      <SessionContext key={query.data.user.id} value={query.data}>
        <TimeZoneContext value={query.data.company?.timeZone ?? null}>
          <Outlet />
        </TimeZoneContext>
      </SessionContext>
    );
  }
  return query.error === null ? <Opening /> : <SessionError error={query.error} retry={query.refetch} />;
}

/** Another tab may have switched the company: nothing that was read for the one before may stay. */
function useFreshStart(session: Session | null): void {
  const queries = useQueryClient();
  const before = useRef(session);
  useEffect(() => {
    if (session === null) return;
    const moved = before.current !== null && before.current.company?.id !== session.company?.id;
    before.current = session;
    if (!moved) return;
    const [kept] = queryKeys.session();
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== kept });
  }, [session, queries]);
}

function Opening() {
  const { t } = useTranslation('shell');
  return (
    <div className="kunci-page-loader">
      <span className="kunci-loader" role="status" aria-label={t('loading')} />
    </div>
  );
}

function SessionError({ error, retry }: { error: Error; retry: () => unknown }) {
  useNoDrawnFront();
  const { t } = useTranslation('shell');
  const textOf = useProblemText();
  return (
    <main className="kunci-page-loader">
      <div className="kunci-failed" role="alert">
        <p>{textOf(error)}</p>
        <button type="button" className="kunci-plain-button" onClick={() => void retry()}>
          {t('tryAgain')}
        </button>
      </div>
    </main>
  );
}
