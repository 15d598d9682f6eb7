import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { isProblem } from '../../api/problem';
import { type Command, useCommand } from '../../api/use-command';
import { FrontPage } from '../../shell/front-page';
import { JoinAs } from './join-as';
import { OneTimeLink } from '../../forms/one-time-link';
import { RedeemForm, type RedeemValues } from '../../forms/redeem-form';
import { momentText } from '../../patterns/relative-time-text';
import { useTimeForm } from '../../patterns/time-zone';
import { inCompany, signIn } from '../../session/session';
import { useReplaceSession, useSessionQuery } from '../../session/session-query';

type Preview = Schemas['InvitationPreview'];

/** Where an invited person arrives: joins the company, as someone new or as who they are already. */
export default function InvitationPage() {
  const { t } = useTranslation('session');
  return (
    <FrontPage title={t('invitation.title')}>
      <OneTimeLink read={previewInvitation} over={{ code: 'invitation-invalid', text: t('invitation.over') }}>
        {(token, preview) => <Joining token={token} preview={preview} />}
      </OneTimeLink>
    </FrontPage>
  );
}

function previewInvitation(token: string): Promise<Preview> {
  return answerOf(api.POST('/api/v1/invitations/preview', { body: { token } }));
}

function Joining({ token, preview }: { readonly token: string; readonly preview: Preview }) {
  const { t } = useTranslation('session');
  const joining = useJoining(token);
  const nameTaken = useNameTaken(joining);
  const session = useSessionQuery().data ?? null;
  return (
    <Stack gap="lg">
      <WhoInvites preview={preview} />
      {session?.method === 'password' && !session.operator && (
        <JoinAs token={token} username={session.user.username} />
      )}
      <RedeemForm
        command={joining}
        otherUsername={
          nameTaken ? { label: t('invitation.otherUsername'), hint: t('invitation.otherUsernameHint') } : null
        }
        label={t('invitation.password')}
        hint={t('invitation.passwordHint')}
        submitLabel={t('invitation.submit')}
        autoComplete="new-password"
      />
    </Stack>
  );
}

/** To what one is invited, by whom, under which name, and until when. */
function WhoInvites({ preview: { company, invitedBy, username, expiresAt } }: { readonly preview: Preview }) {
  const { t } = useTranslation('session');
  const form = useTimeForm();
  return (
    <div>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {invitedBy === null
          ? t('invitation.to', { company: company.name })
          : t('invitation.by', { company: company.name, username: invitedBy })}
      </Text>
      <Text c="dimmed" size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('invitation.until', { username, time: momentText(expiresAt, form) })}
      </Text>
    </div>
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
