import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { answerOf, api } from '../api/client';
import { useAct } from '../api/use-act';
import { FrontPage } from './front-page';
import { tokenIn } from './links';
import { RedeemForm } from './redeem-form';
import { type Session, signIn, switchCompany } from './session';
import { useReplaceSession } from './session-query';

/** Where an invited person arrives: joins the company, as someone new or as who they are already. */
export default function InvitationPage() {
  const { t } = useTranslation('session');
  const token = tokenIn(useLocation().hash);
  const joining = useJoining(token ?? '');
  return (
    <FrontPage title={t('invitation.title')} description={t('invitation.description')}>
      {token === null ? (
        <Text>{t('noToken')}</Text>
      ) : (
        <RedeemForm
          act={joining}
          label={t('invitation.password')}
          hint={t('invitation.passwordHint')}
          submitLabel={t('invitation.submit')}
          autoComplete="new-password"
        />
      )}
    </FrontPage>
  );
}

function useJoining(token: string) {
  const replaceSession = useReplaceSession();
  const navigate = useNavigate();
  return useAct({
    act: async ({ password }: { password: string }) => {
      const body = { token, password };
      const { username, company } = await answerOf(api.POST('/api/v1/invitations/redeem', { body }));
      return inCompany(company.slug, await signIn({ username, password }));
    },
    onDone: (session) => {
      replaceSession(session);
      void navigate('/');
    },
  });
}

/** Sign-in leads to the company one was in last; this person comes for the new one. */
async function inCompany(slug: string, session: Session): Promise<Session> {
  const joined = session.companies.find((company) => company.slug === slug);
  if (joined === undefined || joined.id === session.company?.id) return session;
  return switchCompany(joined.id);
}
