import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { FrontPage } from '../../shell/front-page';
import { OneTimeLink } from '../../forms/one-time-link';
import { RedeemForm } from '../../forms/redeem-form';
import { signIn } from '../../session/session';
import { useReplaceSession } from '../../session/session-query';

/** Where someone arrives who was given a link to choose another password. */
export default function PasswordResetPage() {
  const { t } = useTranslation('session');
  return (
    <FrontPage title={t('passwordReset.title')}>
      <OneTimeLink
        read={previewReset}
        over={{ code: 'password-reset-invalid', text: t('passwordReset.over') }}
      >
        {(token, { username }) => <Choosing token={token} username={username} />}
      </OneTimeLink>
    </FrontPage>
  );
}

function previewReset(token: string): Promise<Schemas['PasswordResetPreview']> {
  return answerOf(api.POST('/api/v1/password-resets/preview', { body: { token } }));
}

function Choosing({ token, username }: { readonly token: string; readonly username: string }) {
  const { t } = useTranslation('session');
  const resetting = useResetting(token);
  return (
    <Stack gap="lg">
      <Text style={{ overflowWrap: 'anywhere' }}>{t('passwordReset.description', { username })}</Text>
      <RedeemForm
        command={resetting}
        label={t('newPassword')}
        hint={t('newPasswordHint')}
        submitLabel={t('passwordReset.submit')}
        autoComplete="new-password"
      />
    </Stack>
  );
}

function useResetting(token: string) {
  const replaceSession = useReplaceSession();
  const navigate = useNavigate();
  return useCommand({
    send: async ({ password }: { password: string }) => {
      const body = { token, password };
      const { username } = await answerOf(api.POST('/api/v1/password-resets/redeem', { body }));
      return signIn({ username, password });
    },
    onDone: (session) => {
      replaceSession(session);
      void navigate('/');
    },
  });
}
