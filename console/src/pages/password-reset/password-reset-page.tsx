import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { FrontPage } from '../../shell/front-page';
import { tokenIn } from '../../session/links';
import { RedeemForm } from '../../forms/redeem-form';
import { signIn } from '../../session/session';
import { useReplaceSession } from '../../session/session-query';

/** Where someone arrives who was given a link to choose another password. */
export default function PasswordResetPage() {
  const { t } = useTranslation('session');
  const token = tokenIn(useLocation().hash);
  const resetting = useResetting(token ?? '');
  return (
    <FrontPage title={t('passwordReset.title')} description={t('passwordReset.description')}>
      {token === null ? (
        <Text>{t('noToken')}</Text>
      ) : (
        <RedeemForm
          command={resetting}
          label={t('newPassword')}
          hint={t('newPasswordHint')}
          submitLabel={t('passwordReset.submit')}
          autoComplete="new-password"
        />
      )}
    </FrontPage>
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
