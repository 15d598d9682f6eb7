import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client';
import { isProblem } from '../../api/problem';
import { type Command, useCommand } from '../../api/use-command';
import { FrontPage } from '../../shell/front-page';
import { JoinAs } from './join-as';
import { tokenIn } from '../../session/links';
import { RedeemForm, type RedeemValues } from '../../forms/redeem-form';
import { inCompany, signIn } from '../../session/session';
import { useReplaceSession, useSessionQuery } from '../../session/session-query';

/** Where an invited person arrives: joins the company, as someone new or as who they are already. */
export default function InvitationPage() {
  const { t } = useTranslation('session');
  const token = tokenIn(useLocation().hash);
  const joining = useJoining(token ?? '');
  const nameTaken = useNameTaken(joining);
  const session = useSessionQuery().data ?? null;
  return (
    <FrontPage title={t('invitation.title')} description={t('invitation.description')}>
      {token === null ? (
        <Text>{t('noToken')}</Text>
      ) : (
        <Stack gap="lg">
          {session?.method === 'password' && !session.operator && (
            <JoinAs token={token} username={session.user.username} />
          )}
          <RedeemForm
            command={joining}
            otherUsername={
              nameTaken
                ? { label: t('invitation.otherUsername'), hint: t('invitation.otherUsernameHint') }
                : null
            }
            label={t('invitation.password')}
            hint={t('invitation.passwordHint')}
            submitLabel={t('invitation.submit')}
            autoComplete="new-password"
          />
        </Stack>
      )}
    </FrontPage>
  );
}

function useJoining(token: string) {
  const replaceSession = useReplaceSession();
  const navigate = useNavigate();
  return useCommand({
    send: async ({ password, username: other }: RedeemValues) => {
      const body = { token, password, ...(other !== '' && { username: other }) };
      const { username, company } = await answerOf(api.POST('/api/v1/invitations/redeem', { body }));
      return inCompany(company.slug, await signIn({ username, password }));
    },
    onDone: (session) => {
      replaceSession(session);
      void navigate('/');
    },
  });
}

/** Whether the username of the invitation turned out to be somebody's. Once it did, another one is asked for. */
function useNameTaken({ problem }: Pick<Command<RedeemValues, unknown>, 'problem'>): boolean {
  const [taken, setTaken] = useState(false);
  if (!taken && isProblem(problem) && problem.code === 'username-taken') setTaken(true);
  return taken;
}
