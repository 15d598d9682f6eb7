import { Button, Divider, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { FormFailure } from '../../forms/form-failure';
import { inCompany, readSession } from '../../session/session';
import { useReplaceSession } from '../../session/session-query';

interface JoinAsProps {
  readonly token: string;
  /** Of who is signed in. */
  readonly username: string;
}

/** Accepts an invitation with the account that is signed in, whatever username it was addressed to. */
export function JoinAs({ token, username }: JoinAsProps) {
  const { t } = useTranslation('session');
  const { run, pending, problem } = useJoining(token);
  return (
    <Stack gap="md">
      <FormFailure failure={problem} />
      <Button onClick={() => void run(null)} loading={pending} fullWidth>
        {t('invitation.joinAs', { username })}
      </Button>
      <Divider label={t('invitation.orOther')} />
    </Stack>
  );
}

function useJoining(token: string) {
  const replaceSession = useReplaceSession();
  const navigate = useNavigate();
  return useCommand({
    send: async (_: null) => {
      const { company } = await answerOf(api.POST('/api/v1/invitations/redeem', { body: { token } }));
      return inCompany(company.slug, await readSession());
    },
    onDone: (session) => {
      replaceSession(session);
      void navigate('/');
    },
  });
}
